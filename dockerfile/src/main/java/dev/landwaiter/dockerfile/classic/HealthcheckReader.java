package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// HEALTHCHECK.
final class HealthcheckReader {
  private final Cursor cursor;

  HealthcheckReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Instruction read() throws Refused {
    if (cursor.take("NONE")) {
      cursor.done();
      return new Instruction.Healthcheck(cursor.statement, Optional.empty());
    }
    boolean none = cursor.text.regionMatches(true, cursor.at, "NONE", 0, 4);
    flags();
    int start = cursor.at;
    if (!cursor.text.regionMatches(true, start, "CMD", 0, 3)) {
      // The builder reads more durations, and `none` in small letters.
      boolean inside = !Cursor.isBlank(cursor.text.charAt(start - 1));
      throw none || inside
          ? cursor.refuse("expected CMD")
          : cursor.refuseSurely(start, "expected CMD");
    }
    cursor.at = start + 3;
    if (!cursor.skipBlanks()) {
      throw cursor.refuse("expected a command");
    }
    return new Instruction.Healthcheck(cursor.statement, Optional.of(CommandReader.read(cursor)));
  }

  private void flags() throws Refused {
    boolean bad = false;
    while (cursor.text.startsWith("--", cursor.at)) {
      int start = cursor.at;
      int end = known();
      if (end < 0) {
        cursor.at = start;
        int equals = cursor.word().text().indexOf('=');
        if (equals < 0) {
          cursor.at = start;
          return;
        }
        bad = true;
      } else {
        cursor.at = end;
      }
      if (!cursor.skipBlanks()) {
        break;
      }
    }
    if (bad) {
      throw cursor.refuse("a flag before this is not known or has a wrong value");
    }
  }

  /// Offset behind a known flag and the good part of its value, or -1.
  private int known() {
    boolean time =
        cursor.take("--interval=")
            || cursor.take("--timeout=")
            || cursor.take("--start-period=")
            || cursor.take("--start-interval=");
    if (!time && !cursor.take("--retries=")) {
      return -1;
    }
    int end = Digits.end(cursor.text, cursor.at);
    if (end == cursor.at || !time) {
      return end == cursor.at ? -1 : end;
    }
    if (cursor.text.startsWith(".", end) && Digits.end(cursor.text, end + 1) > end + 1) {
      end = Digits.end(cursor.text, end + 1);
    }
    char unit = end < cursor.text.length() ? cursor.text.charAt(end) : '\n';
    return unit == 's' || unit == 'm' || unit == 'h' ? end + 1 : -1;
  }
}
