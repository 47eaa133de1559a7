package dev.landwaiter.base.finding;

import java.util.List;

/// Packages of one language found together: those of one lockfile or one file, or, with an empty
/// path, all of an aggregated type.
public record Application(LanguageType type, String filePath, List<Package> packages) {
  public Application {
    packages = List.copyOf(packages);
  }
}
