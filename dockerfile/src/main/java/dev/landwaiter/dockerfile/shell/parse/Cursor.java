package dev.landwaiter.dockerfile.shell.parse;

import java.util.Arrays;

/// A place in the text, and the tokens without a structure of their own: blanks, comments, line
/// ends and reserved words.
final class Cursor {
  static final char END = '\uffff';

  /// Without a backslash these end a literal: operators, quotes, blanks and what begins patterns.
  private static final boolean[] SPECIAL = specials();

  final String text;
  private final int limit;
  private final int[] places;
  final Manner manner;
  int at;

  /// Reads `text` up to `limit`; `places` says where each character stands in the outermost text,
  /// unless it is empty.
  Cursor(String text, int from, int limit, int[] places, Manner manner) {
    this.text = text;
    this.at = from;
    this.limit = limit;
    this.places = places;
    this.manner = manner;
  }

  private static boolean[] specials() {
    var specials = new boolean[256];
    for (char c : "|&;<>()\\ '\t\n\r\u00a0\"$`[{}?*@!+".toCharArray()) {
      specials[c] = true;
    }
    return specials;
  }

  /// Whether this character goes on with a literal.
  static boolean plain(char c) {
    return c < 256 ? !SPECIAL[c] : c != END && !unicodeQuote(c);
  }

  static boolean unicodeQuote(char c) {
    return c == '\u2018'
        || c == '\u2019'
        || c == '\u201c'
        || c == '\u201d'
        || c == '\u2033'
        || c == '\u2036';
  }

  int limit() {
    return limit;
  }

  /// The offset in the outermost text.
  int place(int offset) {
    return places.length == 0 ? offset : places[Math.min(offset, places.length - 1)];
  }

  int place() {
    return place(at);
  }

  char peek() {
    return at < limit ? text.charAt(at) : END;
  }

  char peek(int ahead) {
    return at + ahead < limit ? text.charAt(at + ahead) : END;
  }

  boolean ended() {
    return at >= limit;
  }

  boolean ahead(String word) {
    return at + word.length() <= limit && text.startsWith(word, at);
  }

  boolean take(char c) {
    if (peek() == c && at < limit) {
      at++;
      return true;
    }
    return false;
  }

  boolean take(String word) {
    if (ahead(word)) {
      at += word.length();
      return true;
    }
    return false;
  }

  void expect(char c, String message) {
    if (!take(c)) {
      throw refuse(message);
    }
  }

  Refusal refuse(String message) {
    return new Refusal(place(), message);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || (c >= '\u00a0' && almostBlank(c));
  }

  /// Blanks that a shell does not know as such.
  private static boolean almostBlank(char c) {
    return c == '\u00a0'
        || (c >= '\u2002' && c <= '\u200b' && c != '\u200a')
        || c == '\u202f'
        || c == '\u3000';
  }

  /// Skips blanks, continued lines and a comment; says whether there was a blank.
  boolean blanks() {
    boolean any = false;
    while (at < limit) {
      char c = text.charAt(at);
      if (blank(c)) {
        at++;
        any = true;
      } else if (c == '\\' && peek(1) == '\n') {
        at += 2;
      } else {
        break;
      }
    }
    if (peek() == '#' && !annotation()) {
      skipLine();
    }
    return any;
  }

  void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 || end > limit ? limit : end;
  }

  /// Whether a comment addressed to ShellCheck stands here; it may stand only before a command.
  boolean annotation() {
    if (peek() != '#' || !manner.checked()) {
      return false;
    }
    int start = at + 1;
    while (start < limit && blank(text.charAt(start))) {
      start++;
    }
    return text.startsWith("shellcheck", start) && start + "shellcheck".length() <= limit;
  }

  /// Whether a line ends here. A carriage return that ends no line is not understood anywhere.
  boolean lineEnds() {
    if (peek() == '\r' && peek(1) != '\n') {
      throw refuse("a lone carriage return");
    }
    return peek() == '\n' || peek() == '\r';
  }

  static boolean nameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean nameGoesOn(char c) {
    return nameStart(c) || digit(c);
  }

  /// The name of a variable, or empty.
  String name() {
    int start = at;
    if (nameStart(peek())) {
      do {
        at++;
      } while (nameGoesOn(peek()));
    }
    return text.substring(start, at);
  }

  /// Whether this reserved word stands here.
  boolean word(String word) {
    int length = word.length();
    if (at + length > limit || !text.startsWith(word, at)) {
      return false;
    }
    if (at + length == limit) {
      return true;
    }
    char c = text.charAt(at + length);
    return ";()[<>&|".indexOf(c) >= 0
        || blank(c)
        || c == '\n'
        || (c == '\r' && peek(length + 1) == '\n')
        || (c == '\\' && peek(length + 1) == '\n' && followedByBlank(at + length));
  }

  private boolean followedByBlank(int start) {
    int place = start;
    while (place + 1 < limit && text.charAt(place) == '\\' && text.charAt(place + 1) == '\n') {
      place += 2;
    }
    return place < limit && (blank(text.charAt(place)) || text.charAt(place) == '\n');
  }

  /// Takes a reserved word and the blanks behind it.
  boolean takeWord(String word) {
    if (!word(word)) {
      return false;
    }
    at += word.length();
    blanks();
    return true;
  }

  void expectWord(String word) {
    if (!takeWord(word)) {
      throw refuse("`" + word + "` is missing");
    }
  }

  /// Whether something stands here that no pipeline can begin with.
  boolean closes() {
    return switch (peek()) {
      case '}', ')' -> true;
      case ';' -> peek(1) == ';';
      case 't' -> word("then");
      case 'e' -> word("else") || word("elif") || word("esac");
      case 'f' -> word("fi");
      case 'd' -> word("do") || word("done");
      default -> false;
    };
  }

  /// The text of a back-tick substitution without the backslashes that protect it.
  ///
  /// @param quoted whether it stands inside double quotes
  Cursor unescaped(int from, int to, boolean quoted) {
    if (text.indexOf('\\', from) < 0 || text.indexOf('\\', from) >= to) {
      return new Cursor(text, from, to, places, manner);
    }
    var inner = new StringBuilder(to - from);
    var inPlaces = new int[to - from + 1];
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < to) {
        char next = text.charAt(i + 1);
        if (next == '\n') {
          i++;
          continue;
        }
        if (next == '$' || next == '`' || next == '\\' || (quoted && next == '"')) {
          i++;
          c = next;
        }
      }
      inPlaces[inner.length()] = place(i);
      inner.append(c);
    }
    inPlaces[inner.length()] = place(to);
    return new Cursor(
        inner.toString(), 0, inner.length(), Arrays.copyOf(inPlaces, inner.length() + 1), manner);
  }
}
