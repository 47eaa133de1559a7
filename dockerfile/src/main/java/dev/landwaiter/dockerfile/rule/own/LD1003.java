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
              "A program gets a password as an argument",
              "The whole command line stays in the image's history for everybody who can pull it",
              "Let the program read it from a file or variable: while building one that RUN sees"
                  + " through --mount=type=secret, later one that the container gets")
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
        return;
      }
      // Build arguments are gone when the container starts.
      Set<String> known = instruction instanceof Instruction.Run ? arguments : Set.of();
      for (Command each : commands(instruction, around)) {
        password(each)
            .filter(password -> Literal.isSecret(password.text(), known))
            .ifPresent(password -> {
              sink.hide(password.span());
              sink.report(
                  instruction, each.span(), each.name() + " gets a password as an argument");
            });
      }
    };
  }

  private static List<Command> commands(Instruction instruction, Surroundings around) {
    return switch (instruction) {
      case Instruction.Run run -> around.commands(run).all();
      case Instruction.Cmd cmd -> around.commands(cmd.command()).all();
      case Instruction.Entrypoint entrypoint -> around.commands(entrypoint.command()).all();
      case Instruction.Healthcheck check ->
          check.command().map(each -> around.commands(each).all()).orElse(List.of());
      default -> List.of();
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
      case "redis-cli" -> value(command, "-a", "--pass");
      case "redis-server" -> value(command, "--requirepass");
      case "mongo", "mongosh", "mongodump", "mongorestore" -> value(command, "-p", "--password");
      case "chpasswd", "htpasswd" -> Optional.empty();
      default -> value(command, "--password", "--api-key", "--auth-token", "--access-token");
    };
  }

  /// The value of the first of these options; one of one letter may have it attached.
  private static Optional<Password> value(Command command, String... options) {
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (!text.startsWith("-")) {
        continue;
      }
      Span span = arguments.get(i).span();
      for (String option : options) {
        if (!text.startsWith(option)) {
          continue;
        }
        int length = option.length();
        boolean isLong = option.startsWith("--");
        if (isLong && text.startsWith("=", length)) {
          return Optional.of(new Password(text.substring(length + 1), span));
        }
        if (!isLong && text.length() > length) {
          return Optional.of(new Password(text.substring(length), span));
        }
        boolean apart = text.length() == length && !asks(command.name());
        if (apart && i + 1 < arguments.size() && !arguments.get(i + 1).isFlag()) {
          Argument next = arguments.get(i + 1);
          return Optional.of(new Password(next.text(), next.span()));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether the option alone makes the program ask for the password.
  private static boolean asks(String program) {
    return program.startsWith("mysql") || program.startsWith("mariadb");
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
