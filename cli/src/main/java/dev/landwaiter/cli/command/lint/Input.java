package dev.landwaiter.cli.command.lint;

import java.nio.file.Path;
import java.util.Optional;

/// One Dockerfile to lint.
final class Input {
  private final String name;
  private final Optional<Path> path;
  private final byte[] text;

  /// @param name as it is reported
  /// @param path where it stands, or nothing for standard input
  Input(String name, Optional<Path> path, byte[] text) {
    this.name = name;
    this.path = path;
    this.text = text;
  }

  String name() {
    return name;
  }

  Optional<Path> path() {
    return path;
  }

  byte[] text() {
    return text;
  }
}
