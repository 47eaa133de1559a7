package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayDeque;
import java.util.Deque;

/// Paths inside the image.
final class Paths {
  private Paths() {}

  /// The working directory a command of this RUN begins in.
  static String workdir(Stage stage, Instruction before) {
    return workdir(stage, before.line());
  }

  /// The working directory at the end of a stage.
  static String workdir(Stage stage) {
    return workdir(stage, Integer.MAX_VALUE);
  }

  private static String workdir(Stage stage, int line) {
    String at = stage.parent().map(each -> workdir(each, line)).orElse("/");
    for (Instruction each : stage.body()) {
      if (each.line() >= line) {
        break;
      }
      if (each instanceof Instruction.Workdir workdir) {
        at = resolve(at, workdir.path().unquoted());
      }
    }
    return at;
  }

  /// A path seen from a directory, without `.` and `..`.
  static String resolve(String from, String path) {
    String whole = path.startsWith("/") ? path : from + "/" + path;
    Deque<String> parts = new ArrayDeque<>();
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Whether the shell or the builder would make something else of it.
  static boolean isPlain(String path) {
    return path.chars().noneMatch(c -> "*?[]{}$\"'\\ ".indexOf(c) >= 0);
  }
}
