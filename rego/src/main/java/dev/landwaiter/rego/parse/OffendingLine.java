package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The line an error is about and where in it the error is.
///
/// @param index in bytes of UTF-8
record OffendingLine(String line, int index) {

  /// The line of a place; when white space stands there, that of the character before it.
  static OffendingLine of(String text, int place) {
    int at = Math.clamp(place, 0, Math.max(0, text.length() - 1));
    while (at > 0 && isSpace(text.charAt(at))) {
      at--;
    }
    int begin = at;
    while (begin > 0 && !isBreak(text, begin)) {
      begin--;
    }
    if (isBreak(text, begin)) {
      begin++;
    }
    int end = at;
    while (end < text.length() && !isBreak(text, end)) {
      end++;
    }
    begin = Math.min(begin, end);
    String before = text.substring(begin, Math.max(begin, at));
    return new OffendingLine(
        SourceText.shown(text.substring(begin, end)),
        before.getBytes(StandardCharsets.UTF_8).length);
  }

  private static boolean isSpace(char one) {
    return one == ' ' || (one >= '\t' && one <= '\r') || one == 0x85 || one == 0xA0;
  }

  private static boolean isBreak(String text, int at) {
    return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
  }

  RegoError error(String code, String message, Location at) {
    int tabs = 0;
    while (tabs < line.length() && line.charAt(tabs) == '\t') {
      tabs++;
    }
    var data = new ObjectValue.Draft();
    data.put(Value.of("line"), Value.of(line));
    data.put(Value.of("idx"), Value.of(index));
    return new RegoError(
        code,
        message,
        Optional.of(at),
        List.of(line.substring(tabs), " ".repeat(Math.max(0, index - tabs)) + "^"),
        Optional.of(data.finish()));
  }
}
