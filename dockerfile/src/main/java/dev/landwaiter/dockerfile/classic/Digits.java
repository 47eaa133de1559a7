package dev.landwaiter.dockerfile.classic;

/// Digits in a text.
final class Digits {
  private Digits() {}

  /// The offset behind the digits that begin here.
  static int end(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
