package dev.landwaiter.rego.conformance;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;

/// A function that one case asks for; it need not sleep where the clock stands still.
final class Sleep {
  static final Builtin BUILTIN =
      new Builtin(
          Declaration.of("test.sleep").takes("duration", Type.STRING).gives(Type.NULL),
          (_, _) -> NullValue.NULL);

  private Sleep() {}
}
