package dev.landwaiter.base.version;

/// Pre-release identifiers separated by dots, as Semantic Versioning 2.0.0 section 11 orders them.
final class Identifiers {
  private Identifiers() {}

  /// Numbers below texts, numbers by value, texts by code unit, a shorter list below a longer one.
  static int compare(String a, String b) {
    int i = 0;
    int k = 0;
    while (i <= a.length() && k <= b.length()) {
      int aEnd = end(a, i);
      int bEnd = end(b, k);
      boolean aNumber = Digits.all(a, i, aEnd);
      boolean bNumber = Digits.all(b, k, bEnd);
      if (aNumber != bNumber) {
        return aNumber ? -1 : 1;
      }
      int byPart =
          aNumber
              ? Digits.compare(a, i, aEnd, b, k, bEnd)
              : a.substring(i, aEnd).compareTo(b.substring(k, bEnd));
      if (byPart != 0) {
        return byPart;
      }
      i = aEnd + 1;
      k = bEnd + 1;
    }
    return Boolean.compare(i <= a.length(), k <= b.length());
  }

  /// Compares pre-releases, where none (empty) is newer than any.
  static int comparePreRelease(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return compare(a, b);
  }

  /// Whether every identifier is non-empty and of letters, digits and the other characters given.
  static boolean wellFormed(String text, String others) {
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && !open) {
        return false;
      }
      if (c != '.' && !Digits.alphanumeric(c) && others.indexOf(c) < 0) {
        return false;
      }
      open = c != '.';
    }
    return open;
  }

  /// Whether a number among the identifiers has leading zeros.
  static boolean paddedNumber(String text) {
    for (int i = 0; i <= text.length(); ) {
      int end = end(text, i);
      if (end - i > 1 && text.charAt(i) == '0' && Digits.all(text, i, end)) {
        return true;
      }
      i = end + 1;
    }
    return false;
  }

  private static int end(String text, int from) {
    int dot = text.indexOf('.', from);
    return dot < 0 ? text.length() : dot;
  }
}
