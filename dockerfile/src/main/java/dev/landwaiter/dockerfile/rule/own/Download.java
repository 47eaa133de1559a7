package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;

/// What rules ask about programs that download files.
final class Download {
  private static final List<String> CHECKS =
      List.of(
          "sha1sum",
          "sha224sum",
          "sha256sum",
          "sha384sum",
          "sha512sum",
          "shasum",
          "md5sum",
          "b2sum",
          "gpg",
          "cosign",
          "minisign",
          "signify",
          "checksum",
          "dgst",
          "rpmkeys",
          "verify");

  private Download() {}

  static boolean isFetcher(Command command) {
    return command.named("curl", "wget", "wget2", "aria2c", "fetch");
  }

  /// The first address among the arguments.
  static Optional<String> address(Command command) {
    for (Argument each : command.arguments()) {
      String text = each.text();
      if (text.startsWith("https://") || text.startsWith("http://") || text.startsWith("ftp://")) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /// Whether the instruction checks what it downloads, somewhere.
  static boolean isChecked(Instruction run) {
    return Look.texts(run).stream()
        .anyMatch(text -> CHECKS.stream().anyMatch(text.toString()::contains));
  }

  /// Whether the command writes a file, not only to its output.
  static boolean saves(Command command) {
    return switch (command.name()) {
      case "curl" -> command.hasFlag("o", "O", "output", "remote-name", "J", "remote-header-name");
      case "wget", "wget2" -> !writesToOutput(command) && !command.hasFlag("spider");
      default -> true;
    };
  }

  /// The name of the file that the command writes, as far as it is known.
  static Optional<String> file(Command command) {
    if (!saves(command)) {
      return Optional.empty();
    }
    boolean curl = command.named("curl");
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      String option = curl ? "--output" : "--output-document";
      if (text.startsWith(option + "=")) {
        return Optional.of(text.substring(option.length() + 1));
      }
      boolean names =
          text.equals(option)
              || (text.startsWith("-")
                  && !text.startsWith("--")
                  && text.endsWith(curl ? "o" : "O"));
      if (names && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1).text());
      }
    }
    return address(command).map(Look::baseName);
  }

  private static boolean writesToOutput(Command wget) {
    List<Argument> arguments = wget.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      boolean output =
          text.startsWith("--output-document")
              || (text.startsWith("-") && !text.startsWith("--") && text.indexOf('O') > 0);
      if (output) {
        String next = i + 1 < arguments.size() ? arguments.get(i + 1).text() : "";
        return text.endsWith("O-")
            || text.endsWith("=-")
            || text.endsWith("/dev/stdout")
            || ((text.endsWith("O") || text.endsWith("document"))
                && (next.equals("-") || next.equals("/dev/stdout") || next.equals("/dev/null")));
      }
    }
    return false;
  }

  /// Whether the address is one of this machine or of a name that only exists while building.
  static boolean isLocal(String address) {
    int start = address.indexOf("://") + 3;
    int end = start;
    while (end < address.length() && "/:?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String host = address.substring(start, end);
    return host.indexOf('.') < 0 || host.startsWith("127.") || host.indexOf('$') >= 0;
  }
}
