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

/// EXPOSE with something of the host.
public final class ExposeInvalidFormat implements Rule {
  private static final String ID = "ExposeInvalidFormat";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        ID,
        Level.WARNING,
        "EXPOSE holds an address or a port of the host",
        "Only the container's own port counts, the rest has no effect",
        "Write the port alone");
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
              if (port.knownProtocol() && port.mapped()) {
                sink.report(
                    step.at(),
                    each.span(),
                    "Of '" + Shown.of(each.text()) + "' only the last port has an effect");
              }
            }
          }
        });
  }
}
