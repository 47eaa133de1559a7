package dev.landwaiter.dockerfile.config;

import java.util.Set;

/// Names of outputs that configuration may ask for.
public final class Formats {
  private static final Set<String> NAMES =
      Set.of(
          "tty",
          "gnu",
          "json",
          "checkstyle",
          "codeclimate",
          "gitlab_codeclimate",
          "codacy",
          "sonarqube",
          "sarif",
          "junit");

  private Formats() {}

  public static boolean known(String name) {
    return NAMES.contains(name);
  }

  /// Whether a run with this output never fails because of findings.
  static boolean lenient(String name) {
    return name.equals("codeclimate") || name.equals("codacy");
  }
}
