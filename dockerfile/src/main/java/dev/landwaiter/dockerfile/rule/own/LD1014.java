package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Pair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Downloads that do not check whom they talk to.
public final class LD1014 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1014",
              Level.WARNING,
              "The check of a server's certificate is switched off",
              "Anybody on the way can hand the build another file",
              "Leave the check on; install the certificate of an inner server with"
                  + " update-ca-certificates or the tool's own option")
          .withTriggers();

  /// Variables and the value that switches the check off.
  private static final List<String> SWITCHES =
      List.of(
          "NODE_TLS_REJECT_UNAUTHORIZED=0",
          "PYTHONHTTPSVERIFY=0",
          "GIT_SSL_NO_VERIFY=1",
          "GIT_SSL_NO_VERIFY=true",
          "NPM_CONFIG_STRICT_SSL=false",
          "CONDA_SSL_VERIFY=false",
          "YARN_STRICT_SSL=false");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      switch (instruction) {
        case Instruction.Env env -> {
          for (Pair each : env.pairs()) {
            String text = each.key().unquoted() + "=" + each.value().unquoted();
            if (SWITCHES.stream().anyMatch(text::equalsIgnoreCase)) {
              sink.report(env, each.key().span(), text + " switches the check of certificates off");
            }
          }
        }
        case Instruction.Run run -> {
          for (Command each : around.commands(run).all()) {
            word(each)
                .ifPresent(word ->
                    sink.report(
                        run, each.span(), each.name() + " does not check certificates: " + word));
          }
          assignments(run, sink);
        }
        default -> {}
      }
    };
  }

  private static void assignments(Instruction.Run run, Sink sink) {
    for (MappedText text : Look.texts(run)) {
      String plain = text.toString();
      for (String each : SWITCHES) {
        int at = plain.indexOf(each);
        if (at > 0 && !Character.isLetterOrDigit(plain.charAt(at - 1))) {
          sink.report(
              run,
              text.span(at, at + each.length()),
              each + " switches the check of certificates off");
        }
      }
    }
  }

  /// The argument that switches the check off.
  private static Optional<String> word(Command command) {
    return switch (command.name()) {
      case "curl" ->
          command.hasArgument("--insecure")
              ? Optional.of("--insecure")
              : shortFlag(command, "k").map(flag -> "-k");
      case "wget", "wget2", "aria2c" ->
          written(command, "--no-check-certificate", "--check-certificate=false");
      case "npm", "pnpm", "yarn" ->
          setting(command, "strict-ssl", "false").or(() -> written(command, "--strict-ssl=false"));
      case "git" -> setting(command, "http.sslverify", "false");
      case "pip", "pip3", "pip2", "uv" ->
          startsWith(command, "--trusted-host", "--allow-insecure-host");
      case "python", "python3", "python2" ->
          command.hasArgument("pip") ? startsWith(command, "--trusted-host") : Optional.empty();
      case "apt-get", "apt" ->
          contains(command, "Verify-Peer=false", "Verify-Peer=0", "Verify-Host=false");
      case "yum", "dnf", "microdnf", "yum-config-manager", "zypper" ->
          contains(command, "sslverify=0", "sslverify=false");
      case "conda", "mamba", "micromamba" -> setting(command, "ssl_verify", "false");
      case "composer" -> setting(command, "disable-tls", "true");
      case "helm", "kubectl" -> startsWith(command, "--insecure-skip-tls-verify");
      case "skopeo", "podman", "buildah", "crane" ->
          contains(command, "tls-verify=false").or(() -> written(command, "--insecure"));
      case "go" -> written(command, "-insecure", "--insecure");
      case "http", "https" -> written(command, "--verify=no");
      default -> Optional.empty();
    };
  }

  /// A flag of one letter, alone or among others, in a word that is no long option.
  private static Optional<String> shortFlag(Command command, String flag) {
    return command.arguments().stream()
        .filter(each -> !each.value() && !each.text().startsWith("--"))
        .filter(each -> isCluster(each.text(), flag))
        .map(each -> flag)
        .findFirst();
  }

  /// Behind a letter that takes a value, such as the `o` of `-ok`, no flags follow.
  private static boolean isCluster(String text, String flag) {
    int at = text.indexOf(flag);
    if (!text.startsWith("-") || at < 0) {
      return false;
    }
    for (int i = 1; i < at; i++) {
      if ("oHdAeuxXTbcCDEFKmPQrtUwyYz".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> written(Command command, String... words) {
    return List.of(words).stream().filter(command::hasArgument).findFirst();
  }

  private static Optional<String> startsWith(Command command, String... words) {
    for (Argument each : command.arguments()) {
      for (String word : words) {
        if (each.text().startsWith(word)) {
          return Optional.of(each.text());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> contains(Command command, String... parts) {
    for (Argument each : command.arguments()) {
      for (String part : parts) {
        if (each.text().contains(part)) {
          return Optional.of(each.text());
        }
      }
    }
    return Optional.empty();
  }

  /// `name value` or `name=value` among the arguments, whatever the case.
  private static Optional<String> setting(Command command, String name, String value) {
    for (int i = 0; i < command.arguments().size(); i++) {
      String text = command.arguments().get(i).text().toLowerCase(Locale.ROOT);
      boolean next =
          i + 1 < command.arguments().size()
              && command.arguments().get(i + 1).text().equalsIgnoreCase(value);
      if ((text.equals(name) && next) || text.equals(name + "=" + value)) {
        return Optional.of(name + " " + value);
      }
    }
    return Optional.empty();
  }
}
