package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.rule.all.ClassicRules;
import java.util.List;

/// The rules of each profile.
final class Rules {
  private Rules() {}

  static List<Rule> of(Profile profile) {
    return switch (profile) {
      case CLASSIC -> ClassicRules.ALL;
      case FULL -> ClassicRules.ALL;
    };
  }
}
