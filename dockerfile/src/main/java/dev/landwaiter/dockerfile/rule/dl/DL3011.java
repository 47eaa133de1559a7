package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// EXPOSE of a port that does not exist.
public final class DL3011 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3011",
          Level.ERROR,
          "EXPOSE names a port above 65535",
          "There is no such port, and the builder refuses the file",
          "Use a port between 0 and 65535");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Expose expose) {
        expose.ports().stream()
            .filter(each -> isTooHigh(each.text()))
            .findFirst()
            .ifPresent(
                each -> sink.report(expose, each.span(), "Ports end at 65535; use a lower number"));
      }
    };
  }

  /// Whether the container's port, or one end of its range, is out of reach.
  private static boolean isTooHigh(String text) {
    int slash = text.indexOf('/');
    String ports = slash < 0 ? text : text.substring(0, slash);
    ports = ports.substring(ports.lastIndexOf(':') + 1);
    int dash = ports.indexOf('-');
    return dash < 0
        ? above(ports)
        : above(ports.substring(0, dash)) || above(ports.substring(dash + 1));
  }

  private static boolean above(String number) {
    long value = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      value = Math.min(1_000_000, 10 * value + c - '0');
    }
    return value > 65_535;
  }
}
