package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.stage.Base;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.stage.Stage;

/// Stages that begin with nothing at all: what is in them and where they stand is known.
final class FromNothing {
  private FromNothing() {}

  /// Whether the first of the stages that this one is built from is `scratch`.
  static boolean is(Build build, Stage stage) {
    Base base = stage.base();
    while (base instanceof Base.Earlier(int earlier)) {
      base = build.stages().get(earlier).base();
    }
    return base instanceof Base.Scratch;
  }
}
