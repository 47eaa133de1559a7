package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// Upgrades of the whole system.
public final class LD1019 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1019",
              Level.STYLE,
              "RUN upgrades every package of the base image",
              "What is installed then depends on the day of the build, and the layer "
                  + "holds each renewed file a second time",
              "Take a newer base image instead, and rebuild when it is renewed")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atCommands(
        around,
        command ->
            upgrades(command)
                ? Optional.of(command.name() + " renews every package")
                : Optional.empty());
  }

  private static boolean upgrades(Command command) {
    return switch (command.name()) {
      case "apt-get", "apt", "aptitude" ->
          command.hasArgument("upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade");
      case "apk" ->
          !command.plain().isEmpty() && command.plain().getFirst().text().equals("upgrade");
      case "yum", "dnf", "microdnf", "tdnf", "zypper" ->
          command.plain().size() == 1
              && command.hasArgument("update", "upgrade", "up", "distro-sync");
      default -> false;
    };
  }
}
