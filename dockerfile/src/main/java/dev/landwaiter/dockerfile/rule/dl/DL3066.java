package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// DL3066: the user is given by name. But for the classic linter, only the last user of a stage
/// counts, and root is somebody else's business.
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
    return new Users(around);
  }

  private static final class Users implements Judge {
    private final Surroundings around;
    private final List<String> names = new ArrayList<>();
    private Optional<Instruction.User> last = Optional.empty();

    Users(Surroundings around) {
      this.around = around;
    }

    @Override
    public void see(Instruction instruction, Sink sink) {
      switch (instruction) {
        case Instruction.Arg arg -> arg.arguments().forEach(each -> names.add(each.name().text()));
        case Instruction.User user when around.classic() -> judge(user, sink);
        case Instruction.User user -> last = Optional.of(user);
        case Instruction.From _ -> end(sink);
        default -> {}
      }
    }

    @Override
    public void end(Sink sink) {
      last.filter(each -> value(each).filter(DL3066::speaks).isPresent())
          .ifPresent(each -> sink.report(each, each.user().span(), INFO.what()));
      last = Optional.empty();
    }

    private void judge(Instruction.User user, Sink sink) {
      String text = user.user().text();
      if (!numeric(text) && !uses(text, names)) {
        sink.report(user, user.user().span(), INFO.what());
      }
    }

    /// Who it is, where all variables have a value that is known.
    private Optional<String> value(Instruction.User user) {
      String text = user.user().unquoted();
      for (String each : Variables.in(text)) {
        Optional<String> value = around.build().constant(user, each);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        text = text.replace("${" + each + "}", value.get()).replace("$" + each, value.get());
      }
      return text.indexOf('$') < 0 ? Optional.of(text) : Optional.empty();
    }
  }

  /// Whether that is a name, and another one than root's.
  private static boolean speaks(String user) {
    return !numeric(user) && !user.equals("root") && !user.startsWith("root:");
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
