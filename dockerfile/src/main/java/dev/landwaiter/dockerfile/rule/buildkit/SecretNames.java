package dev.landwaiter.dockerfile.rule.buildkit;

import java.util.Locale;

/// Names of variables that stand for secrets, by their parts between underscores.
final class SecretNames {
  private SecretNames() {}

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
