package dev.landwaiter.policy.manifest;

import java.util.ArrayList;
import java.util.List;

/// The text of one document of a YAML file (kubernetes.md 1.1).
///
/// @param text of the document, its separator included
/// @param line of its first character in the file, from 1
/// @param source the name that a renderer of templates gave it in a comment, or empty
public record DocumentText(String text, int line, String source) {
  private static final String SOURCE = "# Source: ";

  /// Splits a file at its markers: `---` begins a document, whatever white space, comment or
  /// content follows it, and `...` ends one. Directives stay with the document after them; line
  /// breaks may be those of Windows. Pieces without content are kept, since some readers count
  /// them.
  public static List<DocumentText> split(String text) {
    List<DocumentText> documents = new ArrayList<>();
    int start = 0;
    int startLine = 1;
    int line = 1;
    boolean directives = true;
    for (int at = 0; at < text.length(); line++) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      if (marker(text, at, '-') && !(directives && hasDirective(text, start, at)) && at > start) {
        documents.add(of(text.substring(start, at), startLine));
        start = at;
        startLine = line;
        directives = false;
      } else if (marker(text, at, '.')) {
        documents.add(of(text.substring(start, next), startLine));
        start = next;
        startLine = line + 1;
        directives = true;
      }
      at = next;
    }
    if (start < text.length()) {
      documents.add(of(text.substring(start), startLine));
    }
    return documents;
  }

  private static boolean marker(String text, int at, char mark) {
    if (at + 2 >= text.length()
        || text.charAt(at) != mark
        || text.charAt(at + 1) != mark
        || text.charAt(at + 2) != mark) {
      return false;
    }
    return at + 3 == text.length() || text.charAt(at + 3) <= ' ';
  }

  private static boolean hasDirective(String text, int start, int end) {
    boolean found = false;
    for (int at = start; at < end; ) {
      int next = text.indexOf('\n', at) + 1;
      next = next <= 0 ? end : next;
      if (text.charAt(at) == '%') {
        found = true;
      } else if (text.charAt(at) != '#' && !text.substring(at, Math.min(next, end)).isBlank()) {
        return false;
      }
      at = next;
    }
    return found;
  }

  /// Whether there is nothing but white space, comments and markers.
  public boolean isEmpty() {
    for (int at = 0; at < text.length(); ) {
      int next = text.indexOf('\n', at) + 1;
      next = next <= 0 ? text.length() : next;
      String line = text.substring(at, next).strip();
      if (marker(text, at, '-') || marker(text, at, '.')) {
        line = line.substring(3).strip();
      }
      if (!line.isEmpty() && line.charAt(0) != '#') {
        return false;
      }
      at = next;
    }
    return true;
  }

  private static DocumentText of(String text, int line) {
    return new DocumentText(text, line, source(text));
  }

  /// Renderers write the name into a comment right after the marker.
  private static String source(String text) {
    for (int at = 0; at < text.length(); ) {
      int next = text.indexOf('\n', at) + 1;
      next = next <= 0 ? text.length() : next;
      if (text.startsWith(SOURCE, at)) {
        return text.substring(at + SOURCE.length(), next).strip();
      }
      char first = text.charAt(at);
      if (first != '#' && first != '\n' && first != '\r' && !marker(text, at, '-')) {
        return "";
      }
      at = next;
    }
    return "";
  }
}
