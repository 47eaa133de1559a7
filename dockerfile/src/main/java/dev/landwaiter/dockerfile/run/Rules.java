package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.rule.all.BuilderRules;
import dev.landwaiter.dockerfile.rule.all.ClassicRules;
import dev.landwaiter.dockerfile.rule.all.OwnRules;
import java.util.List;
import java.util.stream.Stream;

/// The rules of each profile.
final class Rules {
  private Rules() {}

  static List<Rule> of(Profile profile) {
    return switch (profile) {
      case CLASSIC -> ClassicRules.ALL;
      case BUILDER -> BuilderRules.ALL;
      case FULL ->
          Stream.of(
                  ClassicRules.ALL.stream(),
                  BuilderRules.ALL.stream().filter(Twins::needed),
                  OwnRules.ALL.stream())
              .flatMap(each -> each)
              .toList();
    };
  }
}
