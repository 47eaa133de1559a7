package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Port;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// A protocol in capitals.
public final class ExposeProtoCasing implements Rule {
  private static final String ID = "ExposeProtoCasing";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        ID,
        Level.WARNING,
        "The protocol of EXPOSE is not in lower case",
        "It is kept in lower case, as everybody else writes it",
        "Write tcp, udp or sctp in lower case");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.steps(
        around,
        ID,
        (step, sink) -> {
          if (step.instruction() instanceof Instruction.Expose) {
            for (Word each : step.words()) {
              Port port = Port.read(each.text());
              if (port.knownProtocol() && !port.lowerCase()) {
                sink.report(
                    step.at(),
                    each.span(),
                    "The protocol of '" + Shown.of(each.text()) + "' should be in lower case");
              }
            }
          }
        });
  }
}
