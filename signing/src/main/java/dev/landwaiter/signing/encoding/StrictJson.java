package dev.landwaiter.signing.encoding;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;

/// JSON that may decide about trust: at most 16 MiB and 64 levels, no key twice, nothing after the
/// end.
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
    try {
      return Json.parseStrict(where, text.toArray());
    } catch (FormatException e) {
      throw new RefusedException(FailureClass.PARSE, e.problem().toString());
    }
  }
}
