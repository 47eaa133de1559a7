package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// Packages that are installed whoever signed them.
public final class LD1015 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1015",
              Level.WARNING,
              "Packages are installed without checking their signatures",
              "Whoever can change the download or the mirror decides what is installed, as root",
              "Install the key of the archive first and leave the check on")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atCommands(
        around,
        command -> {
          for (Argument each : command.arguments()) {
            if (switchesOff(command, each)) {
              return Optional.of(command.name() + " does not check signatures: " + each.text());
            }
          }
          return Optional.empty();
        });
  }

  private static boolean switchesOff(Command command, Argument argument) {
    String text = argument.text();
    return switch (command.name()) {
      case "apt-get", "apt", "aptitude" ->
          text.equals("--allow-unauthenticated")
              || text.equals("--force-yes")
              || text.contains("AllowUnauthenticated=true")
              || text.contains("AllowUnauthenticated=1")
              || text.contains("AllowInsecureRepositories=true");
      case "apk" -> text.equals("--allow-untrusted");
      case "yum", "dnf", "microdnf", "tdnf" ->
          text.equals("--nogpgcheck")
              || text.equals("--nogpg")
              || text.equals("--no-gpgchecks")
              || text.endsWith("gpgcheck=0")
              || text.endsWith("gpgcheck=false");
      case "yum-config-manager" -> text.endsWith("gpgcheck=0");
      case "zypper" ->
          text.equals("--no-gpg-checks")
              || text.equals("--no-gpgcheck")
              || text.equals("--allow-unsigned-rpm");
      case "rpm" -> text.equals("--nosignature") || text.equals("--nodigest");
      case "echo", "printf", "tee" -> text.contains("[trusted=yes") || isUnchecked(text);
      default -> false;
    };
  }

  /// A definition of an archive that switches the check off.
  private static boolean isUnchecked(String text) {
    return text.contains("baseurl") && text.contains("gpgcheck=0");
  }
}
