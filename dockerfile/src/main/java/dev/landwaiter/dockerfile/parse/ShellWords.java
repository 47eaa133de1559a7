package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Blank;
import java.util.ArrayList;
import java.util.List;

/// Splits a text into words as the builder does to find heredocs: every variable is unset and stays
/// as it is, the backslash escapes, `<<` takes the white space behind it into its word.
final class ShellWords {
  private static final int DEEPEST = 200;
  private static final int END = -1;

  /// A word and where it stands in the text that was read.
  record Piece(String text, int start, int end) {}

  private final String source;
  private final boolean keepQuotes;
  private final List<Piece> pieces = new ArrayList<>();

  /// The word being read; the builder shares it between the levels of `${…}`, and so loses what
  /// stood before a nested one.
  private final StringBuilder word = new StringBuilder();

  private boolean keepEscapes;
  private int start;
  private int at;
  private int depth;

  /// Whether the text turned out not to be readable.
  private boolean bad;

  ShellWords(String source, boolean keepQuotes, boolean keepEscapes) {
    this.source = source;
    this.keepQuotes = keepQuotes;
    this.keepEscapes = keepEscapes;
  }

  /// Whether quotes and braces end where they must.
  boolean read() {
    until(END, keepEscapes);
    return !bad;
  }

  List<Piece> pieces() {
    return pieces;
  }

  List<String> texts() {
    return pieces.stream().map(Piece::text).toList();
  }

  /// Reads up to the stop character, which is taken too, and returns what was read.
  private String until(int stop, boolean escapes) {
    if (++depth > DEEPEST) {
      bad = true;
      return "";
    }
    boolean before = keepEscapes;
    keepEscapes = escapes;
    boolean outermost = depth == 1;
    StringBuilder result = new StringBuilder();
    word.setLength(0);
    boolean stopped = false;
    while (!bad && !stopped && at < source.length()) {
      int from = at;
      char c = source.charAt(at);
      if (c == stop) {
        at++;
        stopped = true;
      } else if (c == '$') {
        String read = dollar();
        result.append(read);
        split(read, from, outermost);
      } else if (c == '\'' || c == '"' || c == '<') {
        String read = c == '<' ? less() : c == '"' ? doubleQuoted() : singleQuoted();
        result.append(read);
        begin(from);
        word.append(read);
      } else if (c == '\\') {
        escape(result, from);
      } else {
        at++;
        result.append(c);
        split(String.valueOf(c), from, outermost);
      }
    }
    bad |= stop != END && !stopped;
    end(at, outermost);
    keepEscapes = before;
    depth--;
    return result.toString();
  }

  private void escape(StringBuilder result, int from) {
    at++;
    if (keepEscapes) {
      result.append('\\');
      begin(from);
      word.append('\\');
    }
    if (at < source.length()) {
      char c = source.charAt(at++);
      result.append(c);
      begin(from);
      word.append(c);
    }
  }

  private void split(String read, int from, boolean keep) {
    for (int i = 0; i < read.length(); i++) {
      char c = read.charAt(i);
      if (Blank.isSpace(c)) {
        end(from, keep);
      } else {
        begin(from);
        word.append(c);
      }
    }
  }

  private void begin(int from) {
    if (word.isEmpty()) {
      start = from;
    }
  }

  private void end(int end, boolean keep) {
    if (!word.isEmpty()) {
      if (keep) {
        pieces.add(new Piece(word.toString(), start, end));
      }
      word.setLength(0);
    }
  }

  private String less() {
    int from = at++;
    if (at < source.length() && source.charAt(at) == '<') {
      at++;
      while (at < source.length() && isGap(source.charAt(at))) {
        at++;
      }
    }
    return source.substring(from, at);
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private String singleQuoted() {
    int close = source.indexOf('\'', at + 1);
    if (close < 0) {
      bad = true;
      return "";
    }
    String inner = source.substring(at + 1, close);
    at = close + 1;
    return keepQuotes ? "'" + inner + "'" : inner;
  }

  private String doubleQuoted() {
    StringBuilder result = new StringBuilder();
    at++;
    while (!bad && at < source.length()) {
      char c = source.charAt(at);
      if (c == '"') {
        at++;
        return keepQuotes ? "\"" + result + "\"" : result.toString();
      }
      if (c == '$') {
        result.append(dollar());
      } else {
        at++;
        if (c == '\\') {
          c = quotedEscape(result);
        }
        result.append(c);
      }
    }
    bad = true;
    return "";
  }

  /// Behind a backslash within double quotes: what stands for it.
  private char quotedEscape(StringBuilder result) {
    if (keepEscapes) {
      result.append('\\');
    }
    char next = at < source.length() ? source.charAt(at) : 0;
    if (next == '"' || next == '$' || next == '\\') {
      at++;
      return next;
    }
    return '\\';
  }

  private String dollar() {
    at++;
    if (at >= source.length() || source.charAt(at) != '{') {
      return "$" + name();
    }
    at++;
    char first = at < source.length() ? source.charAt(at) : '}';
    if (first == '{' || first == '}' || first == ':') {
      bad = true;
      return "";
    }
    String name = name();
    char c = at < source.length() ? source.charAt(at++) : 0;
    if (c == '}') {
      return "${" + name + "}";
    }
    if (c == '/') {
      return replacement(name);
    }
    String sign = String.valueOf(c);
    if (c == ':') {
      c = at < source.length() ? source.charAt(at++) : 0;
      sign += c;
      bad |= c == '#' || c == '%';
    } else if ("+-?#%".indexOf(c) < 0) {
      bad = true;
    }
    return bad ? "" : "${" + name + sign + until('}', c == '#' || c == '%') + "}";
  }

  private String replacement(String name) {
    if (at < source.length() && source.charAt(at) == '/') {
      at++;
    }
    String pattern = until('/', true);
    return "${" + name + "/" + pattern + "/" + (bad ? "" : until('}', true)) + "}";
  }

  private String name() {
    int from = at;
    if (at < source.length() && Character.isDigit(source.codePointAt(at))) {
      while (at < source.length() && Character.isDigit(source.codePointAt(at))) {
        at += Character.charCount(source.codePointAt(at));
      }
      return source.substring(from, at);
    }
    if (at < source.length() && "@*#?-$!".indexOf(source.charAt(at)) >= 0) {
      return source.substring(from, ++at);
    }
    while (at < source.length()) {
      int c = source.codePointAt(at);
      if (c != '_' && !Character.isLetter(c) && !Character.isDigit(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    return source.substring(from, at);
  }
}
