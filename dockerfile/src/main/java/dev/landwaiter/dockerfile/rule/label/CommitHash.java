package dev.landwaiter.dockerfile.rule.label;

/// The hash of a commit, whole or short.
public final class CommitHash {
  private CommitHash() {}

  /// Whether it is 7 or 40 hexadecimal digits in small letters.
  public static boolean valid(String text) {
    if (text.length() != 7 && text.length() != 40) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }
}
