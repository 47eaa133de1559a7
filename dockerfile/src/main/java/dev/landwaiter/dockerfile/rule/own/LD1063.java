package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// Containers that are meant to be logged into.
public final class LD1063 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1063",
              Level.WARNING,
              "The image exposes port 22, that of SSH",
              "A remote shell in a container is one more service to keep safe, with "
                  + "accounts and keys in the image",
              "Do without; kubectl exec or docker exec open a shell when one is needed")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Expose expose) {
        for (Word each : expose.ports()) {
          String text = each.text();
          if (text.equals("22") || text.equalsIgnoreCase("22/tcp")) {
            sink.report(expose, each.span(), "Port 22 is that of a remote shell");
          }
        }
      }
    };
  }
}
