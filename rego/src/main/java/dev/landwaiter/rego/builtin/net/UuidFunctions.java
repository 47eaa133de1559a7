package dev.landwaiter.rego.builtin.net;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `uuid.*` (reference 13.15).
public final class UuidFunctions {
  private UuidFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("uuid.parse")
                .takes("uuid", Type.STRING)
                .gives(Type.object(Type.STRING, Type.ANY)),
            (_, a) -> Uuid.parse(Operands.string(a, 0)).map(Uuid::describe).orElse(null)),
        new Builtin(
            Declaration.of("uuid.rfc4122")
                .takes("k", Type.STRING)
                .gives(Type.STRING)
                .flagged(Declaration.Flag.NONDETERMINISTIC),
            (s, a) ->
                s.<String, Value>remember(
                    "uuid.rfc4122",
                    Operands.string(a, 0),
                    _ -> Value.of(Uuid.random(s.world().random()).toString()))));
  }
}
