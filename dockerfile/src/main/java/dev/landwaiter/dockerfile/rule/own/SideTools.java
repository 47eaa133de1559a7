package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Packages that scripts and builds use, and whether anything in a stage may need them.
final class SideTools {
  private SideTools() {}

  /// Whether it is a program of the same name that services themselves rarely call.
  static boolean is(String packageName) {
    return switch (packageName) {
      case "curl", "wget", "git", "unzip", "rsync", "lsof", "less", "sudo" -> true;
      default -> false;
    };
  }

  /// Whether nothing in the stage can need the program, as far as the file tells: no command names
  /// it, none can be a script, and what starts is none either.
  static boolean surelyUnused(Surroundings around, List<Instruction> history, String program) {
    boolean starts = false;
    for (Instruction each : history) {
      switch (each) {
        case Instruction.Run run -> {
          if (around.commands(run).any(command -> mayUse(command, program))
              || !around.commands(run).read()) {
            return false;
          }
        }
        case Instruction.Cmd cmd -> {
          if (!isPlain(cmd.command(), program)) {
            return false;
          }
          starts = true;
        }
        case Instruction.Entrypoint entrypoint -> {
          if (!isPlain(entrypoint.command(), program)) {
            return false;
          }
          starts = true;
        }
        case Instruction.Healthcheck check -> {
          if (check.statement().line().toString().contains(program)) {
            return false;
          }
        }
        default -> {}
      }
    }
    return starts;
  }

  private static boolean mayUse(Command command, String program) {
    if (!Install.packages(command).isEmpty()) {
      return false;
    }
    String name = command.name();
    return !(isHarmless(name) || fetches(name))
        || command.arguments().stream().anyMatch(each -> each.text().contains(program))
        || (program.equals("git") && fetches(name));
  }

  /// Whether it calls no other programs; whoever is not known may be a script.
  private static boolean isHarmless(String name) {
    return switch (name) {
      case "[",
          "addgroup",
          "adduser",
          "apk",
          "apt",
          "apt-get",
          "apt-mark",
          "cat",
          "cd",
          "chmod",
          "chown",
          "cp",
          "dnf",
          "echo",
          "export",
          "find",
          "grep",
          "groupadd",
          "install",
          "ln",
          "locale-gen",
          "ls",
          "microdnf",
          "mkdir",
          "mv",
          "printf",
          "rm",
          "sed",
          "set",
          "tar",
          "tee",
          "test",
          "touch",
          "true",
          "update-ca-certificates",
          "useradd",
          "usermod",
          "yum",
          "zypper" ->
          true;
      default -> false;
    };
  }

  /// Tools that call git for what they download.
  private static boolean fetches(String name) {
    return switch (name) {
      case "go",
          "npm",
          "npx",
          "yarn",
          "pnpm",
          "cargo",
          "composer",
          "bundle",
          "gem",
          "mix",
          "make",
          "cmake",
          "mvn",
          "gradle",
          "poetry",
          "uv",
          "pipenv" ->
          true;
      default -> name.startsWith("pip") || name.startsWith("python");
    };
  }

  /// Whether it starts a program that is known to call no other by itself.
  private static boolean isPlain(CommandLine command, String program) {
    List<String> words =
        switch (command) {
          case CommandLine.Exec exec -> Look.words(exec);
          case CommandLine.Shell(var text) -> words(text.toString());
        };
    if (words.isEmpty() || words.stream().anyMatch(word -> word.contains(program))) {
      return false;
    }
    if (words.stream().anyMatch(word -> word.endsWith(".sh") || word.indexOf('$') >= 0)) {
      return false;
    }
    String first = Look.baseName(words.getFirst()).toLowerCase(Locale.ROOT);
    return first.startsWith("-")
        || switch (first) {
          case "java",
              "python",
              "python3",
              "node",
              "ruby",
              "dotnet",
              "nginx",
              "httpd",
              "gunicorn",
              "uvicorn",
              "flask",
              "celery" ->
              true;
          default -> false;
        };
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
        if (at > start) {
          words.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }
}
