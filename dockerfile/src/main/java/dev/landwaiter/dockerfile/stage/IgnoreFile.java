package dev.landwaiter.dockerfile.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `.dockerignore` of a build context (reference: 9).
///
/// Bounds: 10,000 patterns of 4,096 characters; what goes beyond makes the file invalid.
public final class IgnoreFile {
  private static final int MAX_PATTERNS = 10_000;
  private static final int MAX_LENGTH = 4096;

  private final List<IgnorePattern> patterns;
  private final boolean exceptions;
  private final boolean everything;
  private final Optional<String> problem;

  private IgnoreFile(
      List<IgnorePattern> patterns,
      boolean exceptions,
      boolean everything,
      Optional<String> problem) {
    this.patterns = patterns;
    this.exceptions = exceptions;
    this.everything = everything;
    this.problem = problem;
  }

  /// Reads the text of the file; never fails, see [#problem].
  public static IgnoreFile read(String text) {
    List<IgnorePattern> patterns = new ArrayList<>();
    boolean exceptions = false;
    boolean everything = false;
    Optional<String> problem = Optional.empty();
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (String line : bare.lines().toList()) {
      String pattern = line.strip();
      if (line.startsWith("#") || pattern.isEmpty()) {
        continue;
      }
      boolean exception = pattern.startsWith("!");
      String cleaned = cleaned(exception ? pattern.substring(1).strip() : pattern);
      exceptions |= exception;
      everything |= cleaned.equals("*") || cleaned.equals("**") || cleaned.equals("**/*");
      Optional<IgnorePattern> read =
          cleaned.isEmpty() || cleaned.length() > MAX_LENGTH || patterns.size() == MAX_PATTERNS
              ? Optional.empty()
              : IgnorePattern.read(cleaned, exception);
      if (read.isPresent()) {
        patterns.add(read.get());
      } else if (problem.isEmpty()) {
        problem = Optional.of("The ignore file has no valid pattern in '" + shown(pattern) + "'");
      }
    }
    return new IgnoreFile(patterns, exceptions, everything, problem);
  }

  private static String shown(String pattern) {
    return pattern.length() > 80 ? pattern.substring(0, 80) + "…" : pattern;
  }

  private static String cleaned(String pattern) {
    if (pattern.isEmpty()) {
      return pattern;
    }
    String path = Paths.clean(pattern);
    return path.length() > 1 && path.startsWith("/") ? path.substring(1) : path;
  }

  /// Why the builder refuses the file: its first pattern that is not valid.
  public Optional<String> problem() {
    return problem;
  }

  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /// Whether any pattern takes files out of what others ignore.
  public boolean hasExceptions() {
    return exceptions;
  }

  /// Whether one pattern alone means every file.
  public boolean ignoresEverything() {
    return everything;
  }

  /// Whether a file of the context is kept away from the build: the last pattern that fits it or a
  /// folder above it decides.
  ///
  /// @param path with slashes, relative to the root of the context
  public boolean ignores(String path) {
    boolean ignored = false;
    for (IgnorePattern each : patterns) {
      if (each.exception() == ignored && each.matches(path)) {
        ignored = !ignored;
      }
    }
    return ignored;
  }
}
