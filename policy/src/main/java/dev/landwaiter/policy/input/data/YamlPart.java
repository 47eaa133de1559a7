package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import java.util.ArrayList;
import java.util.List;

/// A piece of a file between two lines that hold `---` alone; most often one document.
///
/// @param line of the file on which it begins, from 1
record YamlPart(String text, int line) {
  private static final String SEPARATOR = "---";

  /// Cuts a file. Lines end with CR LF when that occurs anywhere, else with LF. A first part with
  /// directives belongs to the part after it.
  ///
  /// @throws FormatException when the text is not UTF-8 (or UTF-16 with a byte order mark), or is
  ///   too large
  static List<YamlPart> split(String where, byte[] bytes) throws FormatException {
    String text = InputText.read(where, bytes);
    String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    String separator = lineBreak + SEPARATOR + lineBreak;
    List<YamlPart> parts = new ArrayList<>();
    int start = 0;
    int line = 1;
    int search = 0;
    for (int at = text.indexOf(separator, search); at >= 0; at = text.indexOf(separator, search)) {
      search = at + separator.length();
      if (start == 0 && text.startsWith("%")) {
        // Once only: the next separator ends the document these directives are for.
        if (parts.isEmpty() && text.indexOf(separator) == at) {
          continue;
        }
      }
      parts.add(new YamlPart(text.substring(start, at), line));
      line += lines(text, start, search);
      start = search;
    }
    parts.add(new YamlPart(start == 0 ? text : text.substring(start), line));
    return parts;
  }

  private static int lines(String text, int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      lines += text.charAt(i) == '\n' ? 1 : 0;
    }
    return lines;
  }
}
