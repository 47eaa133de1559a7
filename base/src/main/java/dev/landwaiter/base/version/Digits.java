package dev.landwaiter.base.version;

/// Decimal numbers of any size, compared and counted up as text: no parsing, no overflow.
final class Digits {
  private Digits() {}

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean alphanumeric(char c) {
    return digit(c) || letter(c);
  }

  /// End of the run of digits that starts at `from`, at most `end`.
  static int run(String text, int from, int end) {
    int i = from;
    while (i < end && digit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /// Whether the range is not empty and holds digits only.
  static boolean all(String text, int from, int end) {
    return from < end && run(text, from, end) == end;
  }

  static boolean all(String text) {
    return all(text, 0, text.length());
  }

  /// Compares two ranges of digits as numbers; an empty range is 0.
  static int compare(String a, int aFrom, int aEnd, String b, int bFrom, int bEnd) {
    int i = skipZeros(a, aFrom, aEnd);
    int k = skipZeros(b, bFrom, bEnd);
    int byLength = Integer.compare(aEnd - i, bEnd - k);
    if (byLength != 0) {
      return byLength;
    }
    for (; i < aEnd; i++, k++) {
      int byDigit = Character.compare(a.charAt(i), b.charAt(k));
      if (byDigit != 0) {
        return byDigit;
      }
    }
    return 0;
  }

  static int compare(String a, String b) {
    return compare(a, 0, a.length(), b, 0, b.length());
  }

  static boolean zero(String number) {
    return skipZeros(number, 0, number.length()) == number.length();
  }

  /// The number after this one, as text.
  static String next(String number) {
    char[] digits = number.toCharArray();
    for (int i = digits.length - 1; i >= 0; i--) {
      if (digits[i] != '9') {
        digits[i]++;
        return new String(digits);
      }
      digits[i] = '0';
    }
    return "1" + new String(digits);
  }

  private static int skipZeros(String text, int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) == '0') {
      i++;
    }
    return i;
  }
}
