package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What each stage adds to its base.
final class Additions {
  private Additions() {}

  static List<Added> of(Stage stage) {
    var added = new ArrayList<Added>();
    for (Instruction each : stage.body()) {
      if (each instanceof Instruction.Transfer transfer) {
        added.add(transfer(transfer));
      } else if (each instanceof Instruction.Run run) {
        stage.ran().stream()
            .filter(ran -> ran.run().line() == run.line())
            .flatMap(ran -> of(ran.command(), run.line()).stream())
            .forEach(added::add);
      }
    }
    return added;
  }

  private static Added transfer(Instruction.Transfer transfer) {
    String from =
        transfer instanceof Instruction.Copy copy
            ? copy.from().map(stage -> " from " + stage.unquoted()).orElse("")
            : "";
    boolean download =
        transfer instanceof Instruction.Add
            && transfer.sources().stream().anyMatch(each -> isAddress(each.unquoted()));
    return new Added(
        download ? "download" : "files",
        transfer.sources().stream().map(Word::text).collect(Collectors.joining(" "))
            + (transfer.statement().heredocs().isEmpty() ? "" : "written in the file")
            + from
            + " to "
            + transfer.target(),
        transfer.line());
  }

  private static Optional<Added> of(Command command, int line) {
    Optional<Install> install = Install.of(command);
    if (install.isPresent()) {
      List<String> names = install.get().names();
      return Optional.of(
          new Added(
              "packages",
              install.get().manager()
                  + ": "
                  + (names.isEmpty() ? "those a file lists" : String.join(" ", names)),
              line));
    }
    Optional<String> address =
        command.named("curl", "wget")
            ? command.arguments().stream()
                .map(Argument::text)
                .filter(Additions::isAddress)
                .findFirst()
            : Optional.empty();
    if (address.isPresent()) {
      return address.map(each -> new Added("download", each, line));
    }
    if (command.named("git") && command.hasArgument("clone")) {
      return Optional.of(new Added("clone", text(command), line));
    }
    return Builds.is(command)
        ? Optional.of(new Added("build", text(command), line))
        : Optional.empty();
  }

  private static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("ftp://");
  }

  private static String text(Command command) {
    String words =
        command.arguments().stream().map(Argument::text).collect(Collectors.joining(" "));
    String whole = command.name() + (words.isEmpty() ? "" : " " + words);
    return whole.length() > 80 ? whole.substring(0, 77) + "..." : whole;
  }
}
