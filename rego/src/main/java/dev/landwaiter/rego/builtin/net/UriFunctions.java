package dev.landwaiter.rego.builtin.net;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `uri.*` (reference 13.15).
public final class UriFunctions {
  private UriFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("uri.parse")
                .takes("uri", Type.STRING)
                .gives(Type.object(Type.STRING, Type.STRING)),
            (_, a) -> parts(Uri.parse(Operands.string(a, 0)))),
        new Builtin(
            Declaration.of("uri.is_valid").takes("uri", Type.STRING).gives(Type.BOOLEAN),
            (_, a) -> Value.of(a[0] instanceof StringValue text && isValid(text.text()))));
  }

  private static boolean isValid(String text) {
    try {
      var _ = Uri.parse(text);
      return !text.isEmpty();
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static Value parts(Uri uri) {
    var object = new ObjectValue.Draft();
    put(object, "scheme", uri.scheme());
    put(object, "hostname", uri.hostname());
    put(object, "port", uri.port());
    put(object, "path", uri.path());
    put(object, "raw_path", uri.rawPath().isEmpty() ? uri.path() : uri.rawPath());
    put(object, "raw_query", uri.query());
    put(object, "fragment", uri.fragment());
    return object.finish();
  }

  private static void put(ObjectValue.Draft object, String key, String part) {
    if (!part.isEmpty()) {
      object.put(Value.of(key), Value.of(part));
    }
  }
}
