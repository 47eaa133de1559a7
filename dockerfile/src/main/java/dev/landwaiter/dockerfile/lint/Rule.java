package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.dockerfile.RuleInfo;

/// One thing that can be wrong in a Dockerfile: one class, named by its id.
public interface Rule {
  RuleInfo info();

  /// Whether it also finds secrets that reports must not show, so that it judges even where nobody
  /// wants its findings.
  default boolean hidesSecrets() {
    return false;
  }

  /// Begins judging one file. A rule that also judges triggers of ONBUILD is begun a second time
  /// and then sees the triggers alone.
  Judge begin(Surroundings around);
}
