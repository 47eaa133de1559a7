package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// How the container of a stage will run.
final class Start {
  private static final List<String> DROPPERS =
      List.of("gosu", "su-exec", "setpriv", "runuser", "s6-setuidgid", "chpst", "su -", "suexec");

  private Start() {}

  /// As whom; other than `ROOT` and `UNKNOWN` where a USER is written, whoever it names.
  static Bases.User user(Outline.Stage stage) {
    List<Instruction> history = stage.history();
    boolean starts = false;
    for (Instruction each : history) {
      switch (each) {
        case Instruction.User user -> {
          return Bases.User.OTHER;
        }
        case Instruction.Entrypoint entrypoint -> starts = true;
        case Instruction.Cmd cmd -> starts = true;
        default -> {}
      }
    }
    if (!stage.known()) {
      return Bases.User.UNKNOWN;
    }
    ImageName root = ImageName.of(stage.root());
    if (Bases.kind(root) == Bases.Kind.SCRATCH && !starts) {
      // Nothing runs: such stages hand out files.
      return Bases.User.OTHER;
    }
    Bases.User user = Bases.isWindows(root) ? Bases.User.UNKNOWN : Bases.user(root);
    return user == Bases.User.ROOT && drops(history) ? Bases.User.DROPS : user;
  }

  /// Whether the file says what the image starts.
  static boolean starts(Outline.Stage stage) {
    for (Instruction each : stage.history()) {
      if (each instanceof Instruction.Entrypoint || each instanceof Instruction.Cmd) {
        return true;
      }
    }
    return false;
  }

  /// Whether a program that changes the user is put in, for the start script.
  private static boolean drops(List<Instruction> history) {
    for (Instruction each : history) {
      boolean may =
          each instanceof Instruction.Run
              || each instanceof Instruction.Entrypoint
              || each instanceof Instruction.Cmd
              || each instanceof Instruction.Transfer;
      if (may && Look.texts(each).stream().anyMatch(text -> mentions(text.toString()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(String text) {
    for (String each : DROPPERS) {
      if (text.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
