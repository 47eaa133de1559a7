package dev.landwaiter.dockerfile.output.classic;

/// Writes XML 1.0 without indentation; elements without content are closed at once.
final class XmlWriter {
  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

  /// Whether the start tag written last is still open.
  private boolean open;

  XmlWriter begin(String element) {
    closeTag();
    text.append('<').append(element);
    open = true;
    return this;
  }

  XmlWriter attribute(String name, String value) {
    text.append(' ').append(name).append("=\"");
    escape(value);
    text.append('"');
    return this;
  }

  XmlWriter attribute(String name, int value) {
    return attribute(name, Integer.toString(value));
  }

  XmlWriter text(String content) {
    closeTag();
    escape(content);
    return this;
  }

  XmlWriter end(String element) {
    if (open) {
      text.append("/>");
      open = false;
    } else {
      text.append("</").append(element).append('>');
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void closeTag() {
    if (open) {
      text.append('>');
      open = false;
    }
  }

  /// Characters that no XML document may hold, not even escaped, are replaced (XML 1.0, 2.2).
  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        default -> text.append(allowed(value, i) ? c : '\ufffd');
      }
    }
  }

  private static boolean allowed(String value, int at) {
    char c = value.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }
    return (c >= 0x20 || c == '\n' || c == '\t' || c == '\r') && c != '\ufffe' && c != '\uffff';
  }
}
