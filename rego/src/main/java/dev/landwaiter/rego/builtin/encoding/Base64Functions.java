package dev.landwaiter.rego.builtin.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.text.Utf8;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.Base64;
import java.util.List;

/// `base64.*` and `base64url.*` (reference 12.2).
public final class Base64Functions {
  private Base64Functions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            text("base64.encode"),
            (_, a) -> Value.of(Base64.getEncoder().encodeToString(bytes(a)))),
        new Builtin(
            text("base64.decode"),
            (_, a) -> Value.of(Utf8.decode(Base64Text.STANDARD.decode(Operands.string(a, 0))))),
        new Builtin(
            Declaration.of("base64.is_valid").takes("x", Type.STRING).gives(Type.BOOLEAN),
            (_, a) -> Value.of(isValid(a[0]))),
        new Builtin(
            text("base64url.encode"),
            (_, a) -> Value.of(Base64.getUrlEncoder().encodeToString(bytes(a)))),
        new Builtin(
            text("base64url.encode_no_pad"),
            (_, a) -> Value.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(a)))),
        new Builtin(
            text("base64url.decode"),
            (_, a) -> Value.of(Utf8.decode(Base64Text.unpaddedUrl(Operands.string(a, 0))))));
  }

  private static Declaration text(String name) {
    return Declaration.of(name).takes("x", Type.STRING).gives(Type.STRING);
  }

  private static byte[] bytes(Value[] arguments) throws BuiltinException {
    return Operands.string(arguments, 0).getBytes(UTF_8);
  }

  private static boolean isValid(Value value) {
    if (!(value instanceof StringValue string)) {
      return false;
    }
    try {
      Base64Text.STANDARD.decode(string.text());
      return true;
    } catch (BuiltinException e) {
      return false;
    }
  }
}
