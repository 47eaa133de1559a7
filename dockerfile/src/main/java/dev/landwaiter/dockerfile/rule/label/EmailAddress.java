package dev.landwaiter.dockerfile.rule.label;

/// A bare address by RFC 5322, such as `me@example.org`.
public final class EmailAddress {
  private static final int MAX_LENGTH = 1000;
  private static final int MAX_DEPTH = 50;

  private final String text;
  private int at;

  private EmailAddress(String text) {
    this.text = text;
  }

  /// Whether it is one; comments in parentheses may stand around its parts, a domain may be a
  /// single name, an address in brackets, or end in a dot.
  public static boolean valid(String text) {
    return text.length() <= MAX_LENGTH && new EmailAddress(text).address();
  }

  private boolean address() {
    return local() && skip('@') && domain() && at == text.length();
  }

  private boolean local() {
    do {
      if (!comments()) {
        return false;
      }
      if (peek() == '"' ? !quoted() : !run(EmailAddress::isAtom)) {
        return false;
      }
      if (!comments()) {
        return false;
      }
    } while (skip('.'));
    return true;
  }

  private boolean domain() {
    if (!comments()) {
      return false;
    }
    if (peek() == '[') {
      at++;
      while (peek() > ' ' && peek() < 127 && peek() != ']' && peek() != '[' && peek() != '\\') {
        at++;
      }
      return skip(']') && comments();
    }
    while (true) {
      int start = at;
      if (!run(c -> isAlphanumeric(c) || c == '-')
          || text.charAt(start) == '-'
          || text.charAt(at - 1) == '-'
          || at - start > 63
          || !comments()) {
        return false;
      }
      if (!skip('.') || at == text.length()) {
        return true;
      }
      if (!comments()) {
        return false;
      }
    }
  }

  private boolean quoted() {
    at++;
    while (peek() != '"') {
      if (peek() == '\\') {
        at++;
      }
      if (peek() == 0 || peek() >= 127) {
        return false;
      }
      at++;
    }
    at++;
    return true;
  }

  /// Passes over blanks and comments; false where a comment does not end.
  private boolean comments() {
    int depth = 0;
    while (true) {
      char c = peek();
      if (c == '(') {
        depth++;
        if (depth > MAX_DEPTH) {
          return false;
        }
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (c == '\\' && depth > 0) {
        at++;
        if (peek() == 0) {
          return false;
        }
      } else if (c == 0 || (depth == 0 && c != ' ' && c != '\t') || c >= 127) {
        return depth == 0;
      }
      at++;
    }
  }

  private boolean run(CharacterTest test) {
    int start = at;
    while (at < text.length() && test.test(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  private boolean skip(char wanted) {
    if (peek() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /// The next character, or 0 at the end.
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static boolean isAtom(char c) {
    return isAlphanumeric(c) || "!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private interface CharacterTest {
    boolean test(char c);
  }
}
