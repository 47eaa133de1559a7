package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;
import java.util.Optional;

/// DL3065: the platform of FROM is the one it would be anyway.
public final class DL3065 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3065",
              Level.WARNING,
              "The platform of FROM is the one it would be anyway",
              "It makes the file longer and says nothing",
              "Leave the flag out")
          .fixes()
          .alias("RedundantTargetPlatform");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.From from && from.platform().isPresent()) {
        Word platform = from.platform().get();
        if (platform.text().equals("$TARGETPLATFORM")
            || platform.text().equals("${TARGETPLATFORM}")) {
          sink.report(from, platform.span(), INFO.what(), withoutFlag(from));
        }
      }
    };
  }

  private static Optional<Fix> withoutFlag(Instruction.From from) {
    return from.statement()
        .flag("platform")
        .map(flag ->
            new Fix(
                "Take the flag away",
                true,
                List.of(new Edit(new Span(flag.span().start(), from.image().span().start()), ""))));
  }
}
