package dev.landwaiter.signing.trust.tuf;

/// Patterns of target paths (TUF specification, 4.5): `*` and `?` within one part between slashes.
final class PathPattern {
  private PathPattern() {}

  /// Whether a pattern has only the wildcards that are known.
  static boolean known(String pattern) {
    return pattern.indexOf('[') < 0 && pattern.indexOf('\\') < 0;
  }

  static boolean matches(String pattern, String path) {
    int p = 0;
    int t = 0;
    int star = -1;
    int retry = 0;
    while (t < path.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
      char found = path.charAt(t);
      if (p < pattern.length() && wanted == '*') {
        star = p++;
        retry = t;
      } else if (p < pattern.length() && (wanted == found || (wanted == '?' && found != '/'))) {
        p++;
        t++;
      } else if (star >= 0 && path.charAt(retry) != '/') {
        t = ++retry;
        p = star + 1;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
