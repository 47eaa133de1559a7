package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Passwords given to a program as an argument: `curl -u name:password`.
public final class LD1003 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1003",
              Level.WARNING,
              "RUN gives a program a password as an argument",
              "The whole command line stays in the image's history for everybody who can pull it",
              "Let the program read it from a file or variable that RUN sees through"
                  + " --mount=type=secret")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    Set<String> arguments = new HashSet<>();
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Arg arg) {
        arg.arguments().forEach(each -> arguments.add(each.name().text()));
      } else if (instruction instanceof Instruction.Run run) {
        for (Command each : around.commands(run).all()) {
          if (password(each).filter(text -> Literal.isSecret(text, arguments)).isPresent()) {
            sink.report(run, each.span(), each.name() + " gets a password as an argument");
          }
        }
      }
    };
  }

  /// The password among the arguments.
  private static Optional<String> password(Command command) {
    return switch (command.name()) {
      case "curl" ->
          value(command, "-u", "--user", "-U", "--proxy-user", "--oauth2-bearer")
              .map(LD1003::behindColon)
              .or(() -> header(command));
      case "wget" ->
          value(command, "--password", "--http-password", "--ftp-password", "--proxy-password");
      case "sshpass" -> value(command, "-p");
      case "docker", "podman", "buildah", "skopeo", "helm", "oras" ->
          command.hasArgument("login") ? value(command, "-p", "--password") : Optional.empty();
      case "mysql", "mysqladmin", "mysqldump", "mariadb", "mariadb-admin" ->
          value(command, "-p", "--password");
      case "svn" -> value(command, "--password");
      case "az" -> command.hasArgument("login") ? value(command, "-p") : Optional.empty();
      case "useradd", "usermod" -> value(command, "-p", "--password");
      case "chpasswd", "htpasswd", "redis-cli" -> Optional.empty();
      default -> value(command, "--password", "--api-key", "--auth-token", "--access-token");
    };
  }

  /// The value of the first of these options; one of one letter may have it attached.
  private static Optional<String> value(Command command, String... options) {
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      for (String option : options) {
        boolean isLong = option.startsWith("--");
        if (isLong && text.startsWith(option + "=")) {
          return Optional.of(text.substring(option.length() + 1));
        }
        if (!isLong && text.startsWith(option) && text.length() > option.length()) {
          return Optional.of(text.substring(option.length()));
        }
        boolean apart = text.equals(option) && !command.name().startsWith("m");
        if (apart && i + 1 < arguments.size() && !arguments.get(i + 1).isFlag()) {
          return Optional.of(arguments.get(i + 1).text());
        }
      }
    }
    return Optional.empty();
  }

  private static String behindColon(String text) {
    return text.substring(text.indexOf(':') + 1);
  }

  private static Optional<String> header(Command curl) {
    return value(curl, "-H", "--header")
        .filter(text -> text.regionMatches(true, 0, "Authorization:", 0, 14))
        .map(text -> text.substring(text.lastIndexOf(' ') + 1));
  }
}
