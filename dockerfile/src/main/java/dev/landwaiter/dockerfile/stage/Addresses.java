package dev.landwaiter.dockerfile.stage;

/// Whether texts are addresses of the internet protocol.
final class Addresses {
  private Addresses() {}

  static boolean four(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 3 || !digits(part, 10)) {
        return false;
      }
      if ((part.length() > 1 && part.startsWith("0")) || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  static boolean six(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    int before = groups(text.substring(0, gap));
    int behind = groups(text.substring(gap + 2));
    return before >= 0 && behind >= 0 && before + behind < 8;
  }

  /// How many groups of 16 bits there are, or -1.
  private static int groups(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        if (!four(parts[i])) {
          return -1;
        }
        count += 2;
      } else if (parts[i].isEmpty() || parts[i].length() > 4 || !digits(parts[i], 16)) {
        return -1;
      } else {
        count++;
      }
    }
    return count;
  }

  private static boolean digits(String text, int radix) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128 || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return true;
  }
}
