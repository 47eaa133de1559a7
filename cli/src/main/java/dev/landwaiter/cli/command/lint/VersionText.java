package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.world.Version;

/// What `hadolint --version` prints: the version that is followed, and ours beside it.
final class VersionText {
  private VersionText() {}

  static String line() {
    return "Haskell Dockerfile Linter %s (Landwaiter %s)\n"
        .formatted(Version.HADOLINT, Version.own());
  }
}
