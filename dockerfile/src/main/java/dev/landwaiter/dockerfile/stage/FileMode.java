package dev.landwaiter.dockerfile.stage;

/// The value of `--chmod` (reference: 6.2).
public final class FileMode {
  private static final int MAX = 07777;

  private FileMode() {}

  /// Whether it is an octal number up to 07777 or symbolic, such as `u=rwX,go=r`.
  public static boolean valid(String text) {
    return octal(text) || symbolic(text);
  }

  private static boolean octal(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '7') {
        return false;
      }
      value = value * 8 + c - '0';
      if (value > MAX) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean symbolic(String text) {
    int i = 0;
    while (i <= text.length()) {
      int end = text.indexOf(',', i);
      end = end < 0 ? text.length() : end;
      if (!clause(text, i, end)) {
        return false;
      }
      i = end + 1;
    }
    return true;
  }

  private static boolean clause(String text, int start, int end) {
    int i = start;
    while (i < end && "ugoa".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (i == end) {
      return false;
    }
    while (i < end) {
      if ("+-=".indexOf(text.charAt(i)) < 0) {
        return false;
      }
      i++;
      if (i < end && "ugo".indexOf(text.charAt(i)) >= 0) {
        i++;
        continue;
      }
      while (i < end && "rwxXst".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
    }
    return true;
  }
}
