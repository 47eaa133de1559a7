package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Span;
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
  public boolean hidesSecrets() {
    return true;
  }

  @Override
  public Judge begin(Surroundings around) {
    Set<String> arguments = new HashSet<>();
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Arg arg) {
        arg.arguments().forEach(each -> arguments.add(each.name().text()));
      } else if (instruction instanceof Instruction.Run run) {
        for (Command each : around.commands(run).all()) {
          password(each)
              .filter(password -> Literal.isSecret(password.text(), arguments))
              .ifPresent(password -> {
                sink.hide(password.span());
                sink.report(run, each.span(), each.name() + " gets a password as an argument");
              });
        }
      }
    };
  }

  /// A password and the argument in which it stands.
  private record Password(String text, Span span) {}

  /// The password among the arguments.
  private static Optional<Password> password(Command command) {
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
  private static Optional<Password> value(Command command, String... options) {
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      Span span = arguments.get(i).span();
      for (String option : options) {
        boolean isLong = option.startsWith("--");
        if (isLong && text.startsWith(option + "=")) {
          return Optional.of(new Password(text.substring(option.length() + 1), span));
        }
        if (!isLong && text.startsWith(option) && text.length() > option.length()) {
          return Optional.of(new Password(text.substring(option.length()), span));
        }
        boolean apart = text.equals(option) && !command.name().startsWith("m");
        if (apart && i + 1 < arguments.size() && !arguments.get(i + 1).isFlag()) {
          Argument next = arguments.get(i + 1);
          return Optional.of(new Password(next.text(), next.span()));
        }
      }
    }
    return Optional.empty();
  }

  private static Password behindColon(Password password) {
    String text = password.text();
    return new Password(text.substring(text.indexOf(':') + 1), password.span());
  }

  private static Optional<Password> header(Command curl) {
    return value(curl, "-H", "--header")
        .filter(each -> each.text().regionMatches(true, 0, "Authorization:", 0, 14))
        .map(each ->
            new Password(each.text().substring(each.text().lastIndexOf(' ') + 1), each.span()));
  }
}
