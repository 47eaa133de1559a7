package dev.landwaiter.dockerfile.advice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Words of instructions in the making.
final class Words {
  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");

  private Words() {}

  static boolean isShell(String program) {
    return SHELLS.contains(program.substring(program.lastIndexOf('/') + 1));
  }

  /// `["a", "b"]`.
  static String array(List<String> words) {
    return words.stream().map(Words::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
