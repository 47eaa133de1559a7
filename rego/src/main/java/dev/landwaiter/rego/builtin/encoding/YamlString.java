package dev.landwaiter.rego.builtin.encoding;

/// One text in YAML: plain, in quotes or as a block, whichever Go's writer takes.
final class YamlString {
  private static final int WIDTH = 80;

  private final int[] points;
  private final StringBuilder out;
  private final int indent;
  private final boolean key;

  // What the text has in it.
  private boolean indicators;
  private boolean special;
  private boolean breaks;
  private boolean edgeBlanks;
  private boolean trailingBlank;
  private boolean breakBlank;
  private boolean blankBreak;

  private YamlString(String text, StringBuilder out, int indent, boolean key) {
    this.points = text.codePoints().toArray();
    this.out = out;
    this.indent = indent;
    this.key = key;
    inspect(text);
  }

  /// Writes a text.
  ///
  /// @param indent the indentation of further lines
  /// @param key whether it is the key of a member, which stays on one line
  static void write(String text, StringBuilder out, int indent, boolean key) {
    new YamlString(text, out, indent, key).write(text);
  }

  private void write(String text) {
    boolean multiline = text.indexOf('\n') >= 0;
    boolean unsafe = blankBreak || special;
    if (multiline && !unsafe && !trailingBlank && !key) {
      block();
    } else if (!multiline && readsAsText(text) && isPlain(unsafe)) {
      folded(text, 0);
    } else if (!multiline && readsAsText(text) && !unsafe && !breakBlank) {
      out.append('\'');
      folded(text.replace("'", "''"), 1);
      out.append('\'');
    } else {
      quoted();
    }
  }

  private boolean isPlain(boolean unsafe) {
    return points.length > 0 && !edgeBlanks && !breakBlank && !unsafe && !breaks && !indicators;
  }

  /// Whether the text without quotes is read as itself and not as a number, null and the like.
  private static boolean readsAsText(String text) {
    return YamlResolution.isText(text);
  }

  private void inspect(String text) {
    indicators = text.startsWith("---") || text.startsWith("...");
    boolean afterBlank = true;
    boolean previousBlank = false;
    boolean previousBreak = false;
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      boolean last = i == points.length - 1;
      boolean beforeBlank = last || points[i + 1] == ' ' || points[i + 1] == '\t';
      indicators |= isIndicator(c, i, beforeBlank, afterBlank);
      special |= !isPrintable(c);
      boolean blank = c == ' ';
      boolean isBreak = isBreak(c);
      edgeBlanks |= (blank || isBreak) && (i == 0 || last);
      trailingBlank |= blank && last;
      breakBlank |= blank && previousBreak;
      blankBreak |= isBreak && previousBlank;
      breaks |= isBreak;
      previousBlank = blank;
      previousBreak = isBreak;
      afterBlank = blank || c == '\t' || isBreak || c == 0;
    }
  }

  private static boolean isIndicator(int c, int at, boolean beforeBlank, boolean afterBlank) {
    if (at == 0) {
      return (c < 0x80 && "#,[]{}&*!|>'\"%@`".indexOf(c) >= 0)
          || (beforeBlank && (c == '?' || c == ':' || c == '-'));
    }
    return (c == ':' && beforeBlank) || (c == '#' && afterBlank);
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= 0x20 && c <= 0x7e)
        || (c >= 0xa0 && c < 0xd800)
        || (c >= 0xe000 && c < 0xfffe && c != 0xfeff);
  }

  /// The column reached in the line.
  private int column() {
    int start = out.lastIndexOf("\n") + 1;
    return out.codePointCount(start, out.length());
  }

  private void breakLine() {
    out.append('\n').append(" ".repeat(indent));
  }

  /// Writes a text that is folded at single blanks when the line is full.
  ///
  /// @param edge how many code points at the start and the end are not folded at
  private void folded(String text, int edge) {
    int[] shown = text.codePoints().toArray();
    boolean blanks = false;
    for (int i = 0; i < shown.length; i++) {
      boolean blank = shown[i] == ' ';
      boolean alone = !blanks && (i + 1 >= shown.length || shown[i + 1] != ' ');
      if (blank && alone && !key && i >= edge && i < shown.length - edge && column() > WIDTH) {
        breakLine();
      } else {
        out.appendCodePoint(shown[i]);
      }
      blanks = blank;
    }
  }

  private void block() {
    out.append('|');
    if (points[0] == ' ' || isBreak(points[0])) {
      out.append('2');
    }
    int last = points.length - 1;
    if (!isBreak(points[last])) {
      out.append('-');
    } else if (last == 0 || isBreak(points[last - 1])) {
      out.append('+');
    }
    out.append('\n');
    boolean begins = true;
    for (int i = 0; i < points.length; i++) {
      boolean isBreak = isBreak(points[i]);
      if (!isBreak && begins) {
        out.append(" ".repeat(indent));
      }
      // The line break at the very end is written by whoever ends the node's line.
      if (!(isBreak && i == last)) {
        out.appendCodePoint(points[i]);
      }
      begins = isBreak;
    }
  }

  private void quoted() {
    out.append('"');
    boolean blanks = false;
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      if (!isPrintable(c) || isBreak(c) || c == '"' || c == '\\') {
        out.append('\\').append(escape(c));
        blanks = false;
      } else if (c == ' ') {
        if (!key && !blanks && column() > WIDTH && i > 0 && i < points.length - 1) {
          breakLine();
          out.append(points[i + 1] == ' ' ? "\\" : "");
        } else {
          out.append(' ');
        }
        blanks = true;
      } else {
        out.appendCodePoint(c);
        blanks = false;
      }
    }
    out.append('"');
  }

  private static String escape(int c) {
    return switch (c) {
      case 0 -> "0";
      case 7 -> "a";
      case 8 -> "b";
      case 9 -> "t";
      case 10 -> "n";
      case 11 -> "v";
      case 12 -> "f";
      case 13 -> "r";
      case 27 -> "e";
      case '"' -> "\"";
      case '\\' -> "\\";
      case 0x85 -> "N";
      case 0xa0 -> "_";
      case 0x2028 -> "L";
      case 0x2029 -> "P";
      default -> String.format(c <= 0xff ? "x%02X" : c <= 0xffff ? "u%04X" : "U%08X", c);
    };
  }
}
