package dev.landwaiter.rego.builtin.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.text.GoString;
import dev.landwaiter.base.text.Utf8;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.HexFormat;
import java.util.List;

/// `hex.*` (reference 12.2).
public final class HexFunctions {
  private HexFunctions() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("hex.encode").takes("x", Type.STRING).gives(Type.STRING),
            (_, a) -> Value.of(HexFormat.of().formatHex(Operands.string(a, 0).getBytes(UTF_8)))),
        new Builtin(
            Declaration.of("hex.decode").takes("x", Type.STRING).gives(Type.STRING),
            (_, a) -> Value.of(Utf8.decode(decode(Operands.string(a, 0).getBytes(UTF_8))))));
  }

  private static byte[] decode(byte[] digits) throws BuiltinException {
    for (byte digit : digits) {
      if (digit < 0 || !HexFormat.isHexDigit(digit)) {
        throw BuiltinException.failure("encoding/hex: invalid byte: " + shown(digit & 0xff));
      }
    }
    if (digits.length % 2 != 0) {
      throw BuiltinException.failure("encoding/hex: odd length hex string");
    }
    return HexFormat.of().parseHex(new String(digits, UTF_8));
  }

  private static String shown(int c) {
    String point = String.format("U+%04X", c);
    return GoString.isPrintable(c) ? point + " '" + (char) c + "'" : point;
  }
}
