package dev.landwaiter.dockerfile.rule.buildkit;

import java.util.Locale;

/// Names of variables that stand for secrets, by their parts between underscores.
final class SecretNames {
  private static final int FINGERPRINT = 8;

  private SecretNames() {}

  /// Whether a value is the fingerprint of a public key, which everybody may know.
  static boolean fingerprint(String name, String value) {
    String upper = name.toUpperCase(Locale.ROOT);
    String digits = value.replace(" ", "");
    int start = digits.startsWith("0x") ? 2 : 0;
    for (int i = start; i < digits.length(); i++) {
      if (digits.charAt(i) >= 128 || Character.digit(digits.charAt(i), 16) < 0) {
        return false;
      }
    }
    return digits.length() - start >= FINGERPRINT
        && (upper.contains("GPG") || upper.contains("PGP") || upper.contains("FINGERPRINT"));
  }

  static boolean secret(String name) {
    boolean secret = false;
    for (String part : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      switch (part) {
        case "apikey",
            "auth",
            "credential",
            "credentials",
            "key",
            "password",
            "pword",
            "passwd",
            "secret",
            "token" ->
            secret = true;
        case "public", "file", "version" -> {
          return false;
        }
        default -> {}
      }
    }
    return secret;
  }
}
