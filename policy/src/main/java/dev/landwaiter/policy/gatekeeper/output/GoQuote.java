package dev.landwaiter.policy.gatekeeper.output;

/// Texts in the quotes of Go's `%q`.
public final class GoQuote {
  private static final int LAST_ASCII = 0x7f;

  private GoQuote() {}

  /// A text in double quotes, with escapes for what cannot be printed.
  public static String of(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (point) {
        case '"', '\\' -> quoted.append('\\').appendCodePoint(point);
        case 7 -> quoted.append("\\a");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case 11 -> quoted.append("\\v");
        default -> {
          if (isPrintable(point)) {
            quoted.appendCodePoint(point);
          } else {
            quoted.append(escape(point));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static String escape(int point) {
    if (point <= LAST_ASCII) {
      return "\\x%02x".formatted(point);
    }
    return point > Character.MAX_VALUE
        ? "\\U%08x".formatted(point)
        : "\\u%04x".formatted(Character.isSurrogate((char) point) ? 0xfffd : point);
  }

  private static boolean isPrintable(int point) {
    if (point < LAST_ASCII) {
      return point >= ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
