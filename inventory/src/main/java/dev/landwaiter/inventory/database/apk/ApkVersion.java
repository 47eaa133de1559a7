package dev.landwaiter.inventory.database.apk;

import java.util.Set;

/// The grammar of Alpine's versions: `NUMBER{.NUMBER}[LETTER]{_SUFFIX[NUMBER]}[-rNUMBER]`
/// (apk-tools, apk-package(5)).
final class ApkVersion {
  private static final Set<String> SUFFIXES =
      Set.of("alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p");

  private final String text;
  private int at;

  private ApkVersion(String text) {
    this.text = text;
  }

  static boolean isValid(String text) {
    return new ApkVersion(text).valid();
  }

  private boolean valid() {
    boolean numbers = digits();
    while (numbers && take('.')) {
      numbers = digits();
    }
    if (!numbers) {
      return false;
    }
    if (at < text.length() && isLower(text.charAt(at))) {
      at++;
    }
    while (take('_')) {
      int start = at;
      while (at < text.length() && isLower(text.charAt(at))) {
        at++;
      }
      if (!SUFFIXES.contains(text.substring(start, at))) {
        return false;
      }
      digits();
    }
    if (text.startsWith("-r", at)) {
      at += 2;
      if (!digits()) {
        return false;
      }
    }
    return at == text.length();
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > start;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }
}
