package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.InputFormat;

/// JSON with comments, which begin with `//` or `#` or stand between `/*` and `*/`. A comma before
/// a closing bracket is an error, as in JSON.
public final class JsoncFormat implements InputFormat {
  @Override
  public String name() {
    return "jsonc";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return JsonFormat.value(where, blanked(text));
  }

  @Override
  public Locator locator(String where, byte[] text) {
    return JsonFormat.places(where, blanked(text));
  }

  /// The text with blanks in place of comments, so that lines and columns stay.
  private static byte[] blanked(byte[] text) {
    byte[] json = text.clone();
    int at = 0;
    while (at < text.length) {
      int comment = commentEnd(text, at);
      for (int i = at; i < comment; i++) {
        json[i] = text[i] == '\n' ? text[i] : (byte) ' ';
      }
      at = comment > at ? comment : text[at] == '"' ? stringEnd(text, at) : at + 1;
    }
    return json;
  }

  private static int stringEnd(byte[] text, int start) {
    int end = start + 1;
    while (end < text.length && text[end] != '"' && text[end] != '\n') {
      end += text[end] == '\\' ? 2 : 1;
    }
    return Math.min(text.length, end + 1);
  }

  /// Behind the comment that begins at a place, or that place when none does.
  private static int commentEnd(byte[] text, int start) {
    int next = start + 1 < text.length ? text[start + 1] : 0;
    if (text[start] == '#' || (text[start] == '/' && next == '/')) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      return end;
    }
    if (text[start] != '/' || next != '*') {
      return start;
    }
    for (int end = start + 4; end <= text.length; end++) {
      if (text[end - 2] == '*' && text[end - 1] == '/') {
        return end;
      }
    }
    return text.length;
  }
}
