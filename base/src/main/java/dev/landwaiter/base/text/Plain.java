package dev.landwaiter.base.text;

/// Makes text from hostile input fit for a terminal.
public final class Plain {
  private Plain() {}

  /// The text with every control character, terminal escape and direction override replaced, but
  /// line breaks and tabs kept.
  public static String lines(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (harmful(c)) {
        if (clean == null) {
          clean = new StringBuilder(text);
        }
        clean.setCharAt(i, '\ufffd');
      }
    }
    return clean == null ? text : clean.toString();
  }

  private static boolean harmful(char c) {
    return (c < 0x20 && c != '\n' && c != '\t')
        || (c >= 0x7f && c < 0xa0)
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
