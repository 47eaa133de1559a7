package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.text.TextWidth;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.output.Source;

/// The line in which a finding begins, with a mark under the piece that is wrong. Of a long line
/// only the surroundings of that piece are shown.
record Underlined(Source source, Span span, int width) {
  private static final String MORE = "...";
  private static final int BEFORE = 24;
  private static final int USUAL_WIDTH = 110;

  /// Two lines with a margin, or nothing where the file has no such line.
  String text(Paint paint, Level level) {
    Position start = span.start();
    String whole = source.line(start.line());
    if (whole.isBlank()) {
      return "";
    }
    int from = Math.min(source.column(start) - 1, whole.length());
    int to = span.end().line() > start.line() ? whole.length() : source.column(span.end()) - 1;
    to = Math.max(from, Math.min(to, whole.length()));
    String before = Columns.untabbed(clean(whole.substring(0, from)));
    String wrong = Columns.untabbed(clean(whole.substring(from, to)));
    String after = Columns.untabbed(clean(whole.substring(to)));

    String number = "%4d".formatted(start.line());
    int room = Math.max(40, (width == 0 ? USUAL_WIDTH : width) - number.length() - 3);
    if (TextWidth.of(before) + TextWidth.of(wrong) + TextWidth.of(after) > room) {
      if (TextWidth.of(before) > BEFORE && TextWidth.of(before) + TextWidth.of(wrong) > room) {
        before = MORE + lastOf(before, BEFORE - MORE.length());
      }
      int left = room - TextWidth.of(before);
      boolean fits = TextWidth.of(wrong) <= left - MORE.length();
      after = fits ? firstOf(after, left - TextWidth.of(wrong)) : "";
      wrong = fits ? wrong : firstOf(wrong, left);
    }
    String margin = paint.faint(" ".repeat(number.length()) + " |");
    String mark = "^" + "~".repeat(Math.max(0, TextWidth.of(wrong) - 1));
    return paint.faint(number + " |")
        + " "
        + before
        + wrong
        + after.stripTrailing()
        + "\n"
        + margin
        + " "
        + " ".repeat(TextWidth.of(before))
        + paint.level(level, mark)
        + "\n";
  }

  private static String clean(String text) {
    return Plain.lines(text);
  }

  private static String firstOf(String text, int columns) {
    if (TextWidth.of(text) <= columns) {
      return text;
    }
    int room = Math.max(0, columns - MORE.length());
    return text.substring(0, Columns.fitting(text, 0, room)) + MORE;
  }

  private static String lastOf(String text, int columns) {
    int at = 0;
    int left = TextWidth.of(text);
    while (left > columns) {
      int next = at + Character.charCount(text.codePointAt(at));
      left -= TextWidth.of(text.substring(at, next));
      at = next;
    }
    return text.substring(at);
  }
}
