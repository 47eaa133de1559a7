package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// FROM with a fixed platform.
public final class DL3029 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3029",
              Level.WARNING,
              "FROM fixes the platform of the image",
              "The file then builds for that platform alone, or mixes two without anybody noticing",
              "Leave --platform away, or use a variable such as $BUILDPLATFORM")
          .alias("FromPlatformFlagConstDisallowed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.From from) {
        from.platform()
            .filter(each -> !Installs.containsAny(each.text(), "BUILDPLATFORM", "TARGETPLATFORM"))
            .ifPresent(each ->
                sink.report(
                    from,
                    each.span(),
                    "Do not fix the platform; leave --platform away or use $BUILDPLATFORM"));
      }
    };
  }
}
