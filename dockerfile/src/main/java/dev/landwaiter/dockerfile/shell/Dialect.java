package dev.landwaiter.dockerfile.shell;

import java.util.Locale;
import java.util.Optional;

/// The language of a shell.
public enum Dialect {
  /// POSIX: sh, dash, ash, busybox.
  POSIX,
  BASH,
  KSH,
  ZSH;

  /// The dialect of a shell by the base name of its program; a number behind it and `.exe` do not
  /// matter. Nothing for other programs, such as `pwsh`, `cmd` and `python`.
  public static Optional<Dialect> of(String program) {
    String name =
        program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    name = name.toLowerCase(Locale.ROOT);
    if (name.endsWith(".exe")) {
      name = name.substring(0, name.length() - ".exe".length());
    }
    int end = name.length();
    while (end > 0
        && (Character.isDigit(name.charAt(end - 1)) || ".-".indexOf(name.charAt(end - 1)) >= 0)) {
      end--;
    }
    return switch (name.substring(0, end)) {
      case "sh", "dash", "ash", "busybox" -> Optional.of(POSIX);
      case "bash" -> Optional.of(BASH);
      case "ksh", "mksh", "lksh", "oksh" -> Optional.of(KSH);
      case "zsh" -> Optional.of(ZSH);
      default -> Optional.empty();
    };
  }

  public boolean extended() {
    return this != POSIX;
  }
}
