package dev.landwaiter.dockerfile.stage;

import java.util.Locale;

/// The names of signals on Linux.
final class Signals {
  private Signals() {}

  /// Whether STOPSIGNAL takes this text: a number but 0, or a name with or without `SIG`.
  static boolean known(String text) {
    boolean digits = !text.isEmpty();
    boolean zero = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign = i == 0 && text.length() > 1 && (c == '-' || c == '+');
      digits &= sign || (c >= '0' && c <= '9');
      zero &= c == '0' || sign;
    }
    return digits ? !zero && text.length() <= 10 : named(text.toUpperCase(Locale.ROOT));
  }

  private static boolean named(String upper) {
    String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
    return switch (name) {
      case "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT" ->
          true;
      case "KILL", "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS" -> true;
      case "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH" -> true;
      case "XCPU", "XFSZ", "RTMIN", "RTMAX" -> true;
      default ->
          (name.startsWith("RTMIN+") && number(name, 15))
              || (name.startsWith("RTMAX-") && number(name, 14));
    };
  }

  private static boolean number(String name, int max) {
    String text = name.substring(6);
    if (text.isEmpty() || text.length() > 2 || text.startsWith("0")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return Integer.parseInt(text) <= max;
  }
}
