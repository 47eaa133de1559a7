package dev.landwaiter.dockerfile.shell.view;

import java.util.List;

/// Programs that run another one, given in their arguments.
final class Wrappers {
  private Wrappers() {}

  /// Where the name of the wrapped program stands, the wrapper's own name being at 0; -1 where
  /// there is none.
  static int wrapped(String program, List<Item> words) {
    return switch (program) {
      case "sudo" ->
          behind(words, "ughpCTrtUDR", "user group host prompt close-from chdir chroot", 0, true);
      case "doas" -> behind(words, "uC", "", 0, false);
      case "env" -> behind(words, "uC", "unset chdir", 0, true);
      case "nice" -> behind(words, "n", "adjustment", 0, false);
      case "ionice" -> behind(words, "cnp", "class classdata", 0, false);
      case "nohup", "setsid", "fakeroot", "eatmydata", "builtin", "catchsegv", "unbuffer" ->
          behind(words, "", "", 0, false);
      case "command" -> asks(words) ? -1 : behind(words, "", "", 0, false);
      case "exec" -> behind(words, "a", "", 0, false);
      case "busybox" -> behind(words, "", "", 0, false);
      case "stdbuf" -> behind(words, "ioe", "input output error", 0, false);
      case "timeout" -> behind(words, "sk", "signal kill-after", 1, false);
      case "xargs" ->
          behind(
              words,
              "InPLdEas",
              "max-args max-procs max-lines delimiter arg-file replace max-chars process-slot-var",
              0,
              false);
      case "gosu", "su-exec" -> behind(words, "", "", 1, false);
      case "chroot" -> behind(words, "", "", 1, false);
      case "setpriv" -> behind(words, "", "reuid regid groups inh-caps bounding-set", 0, false);
      case "tini", "dumb-init" -> behind(words, "peg", "", 0, false);
      case "flock" -> behind(words, "wE", "timeout wait conflict-exit-code", 1, false);
      case "time" -> behind(words, "fo", "format output", 0, false);
      case "runuser" -> runuser(words);
      case "chpst", "setuidgid", "s6-setuidgid" ->
          behind(words, "uU", "", program.equals("chpst") ? 0 : 1, false);
      case "xvfb-run" -> behind(words, "nefspw", "server-num error-file server-args", 0, false);
      case "conda", "mamba", "micromamba", "poetry", "pipenv", "uv", "pdm", "hatch" ->
          managed(words, "run");
      case "bundle" -> managed(words, "exec");
      case "retry" -> behind(words, "td", "times delay", 0, false);
      default -> -1;
    };
  }

  /// With `-c` it is given a script instead.
  private static int runuser(List<Item> words) {
    for (Item each : words) {
      if (each.text().equals("-u") || each.text().startsWith("--user")) {
        return behind(words, "ugG", "user group supp-group", 0, false);
      }
    }
    return -1;
  }

  /// Behind this subcommand and its options.
  private static int managed(List<Item> words, String subcommand) {
    if (words.size() < 3 || !words.get(1).text().equals(subcommand)) {
      return -1;
    }
    int at =
        behind(words.subList(1, words.size()), "np", "name prefix with extra python", 0, false);
    return at < 0 ? -1 : at + 1;
  }

  /// `command -v name` runs nothing.
  private static boolean asks(List<Item> words) {
    for (Item each : words.subList(1, words.size())) {
      if (!each.text().startsWith("-")) {
        return false;
      }
      if (each.text().contains("v") || each.text().contains("V")) {
        return true;
      }
    }
    return false;
  }

  /// The first word behind options, their values, assignments and `skip` other words.
  private static int behind(
      List<Item> words, String letters, String names, int skip, boolean assignments) {
    int left = skip;
    boolean options = true;
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (options && text.equals("--")) {
        options = false;
      } else if (options && text.length() > 1 && text.startsWith("-")) {
        if (takesValue(text, letters, names)) {
          i++;
        }
      } else if (left > 0) {
        left--;
        options = false;
      } else if (!assignments || !isAssignment(text)) {
        // Assignments are the environment of the wrapped program.
        return i;
      }
    }
    return -1;
  }

  private static boolean takesValue(String text, String letters, String names) {
    if (text.startsWith("--")) {
      return (" " + names + " ").contains(" " + text.substring(2) + " ");
    }
    for (int i = 1; i < text.length(); i++) {
      if (letters.indexOf(text.charAt(i)) >= 0) {
        return i + 1 == text.length();
      }
    }
    return false;
  }

  private static boolean isAssignment(String text) {
    int end = text.indexOf('=');
    if (end <= 0) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }
}
