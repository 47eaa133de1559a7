package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;

/// DL3066: the user is given by name.
public final class DL3066 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3066",
          Level.INFO,
          "The user is given by name",
          "A cluster that only lets others than root run cannot tell from a name who it is",
          "Write the number of the user");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var names = new ArrayList<String>();
    return (instruction, sink) -> {
      switch (instruction) {
        case Instruction.Arg arg -> arg.arguments().forEach(each -> names.add(each.name().text()));
        case Instruction.User user -> {
          String text = user.user().text();
          if (!numeric(text) && !uses(text, names)) {
            sink.report(user, user.user().span(), INFO.what());
          }
        }
        default -> {}
      }
    };
  }

  private static boolean numeric(String user) {
    for (int at = 0; at < user.length() && user.charAt(at) != ':'; at++) {
      if (user.charAt(at) < '0' || user.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean uses(String user, List<String> names) {
    for (String each : names) {
      if (user.contains("$" + each) || user.contains("${" + each + "}")) {
        return true;
      }
    }
    return false;
  }
}
