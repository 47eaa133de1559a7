package dev.landwaiter.dockerfile.shell.check;

import java.util.List;

/// Runs ShellCheck.
@FunctionalInterface
public interface ShellChecker {
  /// Codes that are not wanted: they speak of files that a script reads.
  String EXCLUDED = "SC1090,SC1091,SC2187";

  /// What ShellCheck remarks on these scripts; nothing where it could not be run, which this has
  /// told by itself.
  ///
  /// @param scripts at least one; each begins with a line `#!`, which decides on its dialect
  List<Remark> check(List<String> scripts);
}
