package dev.landwaiter.signing.encoding;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// JSON that may decide about trust: at most 16 MiB and 64 levels, no key twice, nothing after the
/// end, nothing but UTF-8.
public final class StrictJson {
  private static final int LIMIT = 16 << 20;

  private StrictJson() {}

  /// Reads one JSON text.
  ///
  /// @param where the name of the text, for messages
  /// @throws RefusedException with PARSE or LIMIT
  public static Value parse(String where, Bytes text) throws RefusedException {
    if (text.size() > LIMIT) {
      throw new RefusedException(FailureClass.LIMIT, where + ": more than 16 MiB of JSON");
    }
    byte[] bytes = text.toArray();
    if (!utf8(bytes)) {
      throw new RefusedException(FailureClass.PARSE, where + ": not a text in UTF-8");
    }
    try {
      return Json.parseStrict(where, bytes);
    } catch (FormatException e) {
      throw new RefusedException(FailureClass.PARSE, e.problem().toString());
    }
  }

  /// Whether these bytes are UTF-8 in its only spelling (RFC 3629, 3), without a mark at the start:
  /// readers that guess other encodings could read something else in what was signed.
  private static boolean utf8(byte[] bytes) {
    int or = 0;
    for (byte each : bytes) {
      if (each == 0) {
        return false;
      }
      or |= each;
    }
    if (or >= 0) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      return false;
    }
    return !(bytes.length > 2
        && (bytes[0] & 0xff) == 0xef
        && (bytes[1] & 0xff) == 0xbb
        && (bytes[2] & 0xff) == 0xbf);
  }
}
