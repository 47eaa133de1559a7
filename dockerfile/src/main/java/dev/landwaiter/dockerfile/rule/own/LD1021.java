package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// RUN outside its sandbox.
public final class LD1021 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1021",
              Level.WARNING,
              "RUN asks for full rights or for the network of the host",
              "What runs there can reach other services of the build machine, and with "
                  + "full rights the machine itself",
              "Do without the flag, or build such images on a machine of their own")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        for (Flag each : run.statement().flags()) {
          String value = each.value().orElse("");
          if ((each.name().equals("security") && value.equals("insecure"))
              || (each.name().equals("network") && value.equals("host"))) {
            sink.report(run, each.span(), each.raw() + " takes the sandbox away");
          }
        }
      }
    };
  }
}
