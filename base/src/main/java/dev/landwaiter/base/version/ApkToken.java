package dev.landwaiter.base.version;

/// A place in an apk version: what comes next and where its text is.
final class ApkToken {
  /// Kinds in the order that decides when one version goes on and the other does not.
  enum Kind {
    COMPONENT,
    NUMBER,
    LETTER,
    SUFFIX,
    SUFFIX_NUMBER,
    REVISION,
    END,
    INVALID
  }

  private final String text;
  private int start;
  private int end;
  private Kind kind;

  /// Stands on the first number.
  ApkToken(String text) {
    this.text = text;
    this.kind = Kind.NUMBER;
    this.end = Digits.run(text, 0, text.length());
    if (end == 0) {
      kind = Kind.INVALID;
    }
  }

  Kind kind() {
    return kind;
  }

  /// Moves on by one token; stays at the end and at what is invalid.
  void advance() {
    Kind before = kind;
    int i = end;
    if (before == Kind.END || before == Kind.INVALID) {
      return;
    }
    if (before == Kind.COMPONENT && leadingZeros() > 0) {
      // What follows the zeros is a number of its own, 0 when nothing does: so 1.0_rc1 < 1.0 <
      // 1.01.
      set(Kind.NUMBER, end, Digits.run(text, end, text.length()));
      return;
    }
    if (i == text.length()) {
      set(Kind.END, i, i);
      return;
    }
    char c = text.charAt(i);
    if (c == '.' && (before == Kind.COMPONENT || before == Kind.NUMBER)) {
      component(i + 1);
    } else if (c >= 'a' && c <= 'z' && (before == Kind.COMPONENT || before == Kind.NUMBER)) {
      set(Kind.LETTER, i, i + 1);
    } else if (Digits.digit(c) && (before == Kind.LETTER || before == Kind.SUFFIX)) {
      set(Kind.SUFFIX_NUMBER, i, Digits.run(text, i, text.length()));
    } else if (c == '_' && before != Kind.REVISION) {
      suffix(i + 1);
    } else if (text.startsWith("-r", i) && before != Kind.REVISION) {
      number(Kind.REVISION, i + 2);
    } else {
      set(Kind.INVALID, i, i);
    }
  }

  /// Compares the values of two tokens of the same kind.
  int compareValue(ApkToken other) {
    return switch (kind) {
      case COMPONENT -> {
        int zeros = leadingZeros();
        int otherZeros = other.leadingZeros();
        if (zeros > 0 || otherZeros > 0) {
          yield Integer.compare(otherZeros, zeros);
        }
        yield compareNumber(other);
      }
      case NUMBER, SUFFIX_NUMBER, REVISION -> compareNumber(other);
      case LETTER -> Character.compare(text.charAt(start), other.text.charAt(other.start));
      case SUFFIX -> Integer.compare(suffixValue(), other.suffixValue());
      case END, INVALID -> 0;
    };
  }

  /// Below 0 for a suffix before the release, 0 and above for one after it.
  int suffixValue() {
    return switch (text.substring(start, end)) {
      case "alpha" -> -4;
      case "beta" -> -3;
      case "pre" -> -2;
      case "rc" -> -1;
      case "cvs" -> 0;
      case "svn" -> 1;
      case "git" -> 2;
      case "hg" -> 3;
      case "p" -> 4;
      default -> Integer.MIN_VALUE;
    };
  }

  private int compareNumber(ApkToken other) {
    return Digits.compare(text, start, end, other.text, other.start, other.end);
  }

  private int leadingZeros() {
    int i = start;
    while (i < text.length() && text.charAt(i) == '0') {
      i++;
    }
    return i - start;
  }

  private void component(int from) {
    number(Kind.COMPONENT, from);
    if (kind == Kind.COMPONENT && leadingZeros() > 0) {
      end = start + leadingZeros();
    }
  }

  private void number(Kind wanted, int from) {
    int to = Digits.run(text, from, text.length());
    set(to == from ? Kind.INVALID : wanted, from, to);
  }

  private void suffix(int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) >= 'a' && text.charAt(to) <= 'z') {
      to++;
    }
    set(Kind.SUFFIX, from, to);
    if (suffixValue() == Integer.MIN_VALUE) {
      kind = Kind.INVALID;
    }
  }

  private void set(Kind newKind, int from, int to) {
    kind = newKind;
    start = from;
    end = to;
  }
}
