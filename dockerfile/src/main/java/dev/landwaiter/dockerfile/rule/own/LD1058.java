package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// Start commands and health checks that need what the image does not have.
public final class LD1058 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1058",
          Level.WARNING,
          "The image starts or checks itself with a program that it does not contain",
          "The container does not start, or is taken for unhealthy for ever",
          "Install the program, name one that is there, or let the application check " + "itself");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, LD1058::judge);
  }

  private static void judge(Outline.Stage stage, Sink sink) {
    Tools tools = Tools.of(stage);
    if (tools == Tools.UNKNOWN) {
      return;
    }
    for (Instruction each : stage.history()) {
      switch (each) {
        case Instruction.Healthcheck check ->
            check.command().ifPresent(command -> see(check, command, tools, stage, sink));
        case Instruction.Cmd cmd -> see(cmd, cmd.command(), tools, stage, sink);
        case Instruction.Entrypoint entrypoint ->
            see(entrypoint, entrypoint.command(), tools, stage, sink);
        default -> {}
      }
    }
  }

  private static void see(
      Instruction instruction, CommandLine command, Tools tools, Outline.Stage stage, Sink sink) {
    List<String> words = Look.words(command);
    if (words.isEmpty() && command instanceof CommandLine.Shell shell) {
      if (tools == Tools.NONE && !isMentioned(stage, "sh", instruction)) {
        sink.report(instruction, "It needs a shell, and the base image has none");
        return;
      }
      words = List.of(shell.text().toString().strip().split("\\s+"));
    }
    if (!words.isEmpty()) {
      String program = Look.baseName(words.getFirst());
      if (tools.lacks(program) && !isMentioned(stage, program, instruction)) {
        sink.report(
            instruction, program + " is not part of the base image, and nothing here installs it");
      }
    }
  }

  /// Whether another instruction that may bring the program names it; a whole tree that is copied
  /// may bring anything.
  private static boolean isMentioned(Outline.Stage stage, String program, Instruction except) {
    for (Instruction each : stage.history()) {
      boolean brings =
          each instanceof Instruction.Run
              || each instanceof Instruction.Transfer
              || each instanceof Instruction.Shell;
      if (brings
          && each.line() != except.line()
          && (Look.texts(each).stream().anyMatch(text -> text.toString().contains(program))
              || isTree(each))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTree(Instruction instruction) {
    if (!(instruction instanceof Instruction.Transfer copy)) {
      return false;
    }
    String target = copy.target().unquoted();
    return switch (target) {
      case "/",
          "/usr",
          "/usr/",
          "/bin",
          "/bin/",
          "/usr/bin",
          "/usr/bin/",
          "/usr/local/bin/",
          "/usr/local/bin",
          "/usr/local/",
          "/usr/local",
          "/busybox" ->
          true;
      default -> instruction instanceof Instruction.Add && target.equals("/");
    };
  }

  /// What programs a base image brings.
  private enum Tools {
    /// Not even a shell.
    NONE,
    ALPINE,
    DEBIAN,
    UNKNOWN;

    static Tools of(Outline.Stage stage) {
      if (!stage.known()) {
        return UNKNOWN;
      }
      ImageName image = ImageName.of(stage.root());
      if (image.tag().contains("debug") || image.tag().contains("dev")) {
        return UNKNOWN;
      }
      return switch (Bases.kind(image)) {
        case SCRATCH, DISTROLESS -> NONE;
        case ALPINE -> isPlain(image.path()) ? ALPINE : UNKNOWN;
        case SLIM -> isPlain(image.path()) || image.path().equals("debian") ? DEBIAN : UNKNOWN;
        case SYSTEM ->
            image.path().equals("debian") || image.path().equals("ubuntu") ? DEBIAN : UNKNOWN;
        case LANGUAGE, BUILD, UNKNOWN -> UNKNOWN;
      };
    }

    private static boolean isPlain(String path) {
      return path.equals("alpine")
          || path.equals("python")
          || path.equals("node")
          || path.equals("ruby")
          || path.equals("golang");
    }

    boolean lacks(String program) {
      return switch (program) {
        case "sh" -> this == NONE;
        case "bash" -> this == NONE || this == ALPINE;
        case "wget", "nc", "ping" -> this == NONE || this == DEBIAN;
        case "curl", "git", "ss", "tini", "dumb-init", "gosu", "su-exec" -> this != UNKNOWN;
        default -> false;
      };
    }
  }
}
