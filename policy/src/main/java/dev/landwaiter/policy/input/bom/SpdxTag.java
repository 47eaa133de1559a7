package dev.landwaiter.policy.input.bom;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import java.util.ArrayList;
import java.util.List;

/// A tag of SPDX's tag-value format with its value.
///
/// @param from the offset of the tag
/// @param to the offset behind the line its value ends on
record SpdxTag(String name, String value, int from, int to) {
  private static final String OPENING = "<text>";
  private static final String CLOSING = "</text>";

  /// All tags of a text. Values may go on over several lines between `<text>` and `</text>`.
  static List<SpdxTag> all(SourceText source) throws FormatException {
    String text = source.text();
    List<SpdxTag> tags = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(text, at);
      String line = text.substring(at, end).stripLeading();
      if (line.isEmpty() || line.startsWith("#")) {
        at = end + 1;
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw source.wrong(at, "a line without a tag", "write TAG: VALUE, or # before a comment");
      }
      String name = line.substring(0, colon).strip();
      int opening = text.substring(at, end).indexOf(OPENING, end - at - line.length() + colon);
      if (opening < 0) {
        tags.add(new SpdxTag(name, line.substring(colon + 1).strip(), at, end));
        at = end + 1;
        continue;
      }
      int start = at + opening + OPENING.length();
      int closing = text.indexOf(CLOSING, start);
      if (closing < 0) {
        throw source.wrong(at, "a value without its " + CLOSING, "");
      }
      int last = lineEnd(text, closing);
      String value = text.substring(start, closing).replace("\r\n", "\n");
      tags.add(new SpdxTag(name, value, at, last));
      at = last + 1;
    }
    return tags;
  }

  private static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
