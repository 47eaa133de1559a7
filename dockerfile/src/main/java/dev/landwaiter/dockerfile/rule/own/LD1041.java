package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files that one layer brings and a later one removes.
public final class LD1041 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1041",
          Level.INFO,
          "A file is removed that an earlier layer of the image holds",
          "The file stays in the earlier layer: the image gets no smaller, and "
              + "everybody who pulls it can read the file",
          "Bring, use and remove the file in one RUN, or mount it with RUN "
              + "--mount=type=bind, or do the work in an earlier stage");

  private static final int MOST_REMEMBERED = 1_000;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, (stage, sink) -> judge(around, stage, sink));
  }

  private static void judge(Surroundings around, Outline.Stage stage, Sink sink) {
    var made = new LinkedHashMap<String, Integer>();
    String directory = "/";
    for (Instruction each : stage.history()) {
      switch (each) {
        case Instruction.Workdir workdir ->
            directory = Paths.resolve(workdir.path().unquoted(), directory);
        case Instruction.Transfer copy when made.size() < MOST_REMEMBERED -> {
          for (String path : Paths.made(copy, directory)) {
            made.put(path, copy.line());
          }
        }
        case Instruction.Run run -> {
          see(run, around.commands(run).all(), directory, made, sink);
        }
        default -> {}
      }
    }
  }

  private static void see(
      Instruction.Run run,
      List<Command> commands,
      String start,
      Map<String, Integer> made,
      Sink sink) {
    var fresh = new ArrayList<String>();
    String directory = start;
    for (Command each : commands) {
      if (each.named("cd") && !each.plain().isEmpty()) {
        directory = Paths.resolve(each.plain().getFirst().text(), directory);
      } else if (each.named("rm", "unlink")) {
        remove(run, each, directory, made, sink);
        String here = directory;
        fresh.removeIf(path -> removes(each, path, here));
      } else {
        download(each, directory).ifPresent(fresh::add);
      }
    }
    if (made.size() < MOST_REMEMBERED) {
      fresh.forEach(path -> made.put(path, run.line()));
    }
  }

  private static void remove(
      Instruction.Run run,
      Command command,
      String directory,
      Map<String, Integer> made,
      Sink sink) {
    Optional<Map.Entry<String, Integer>> first =
        made.entrySet().stream()
            .filter(each -> removes(command, each.getKey(), directory))
            .findFirst();
    first.ifPresent(each ->
        sink.report(
            run, command.span(), each.getKey() + " stays in the layer of line " + each.getValue()));
    made.keySet().removeIf(path -> removes(command, path, directory));
  }

  private static boolean removes(Command command, String path, String directory) {
    for (Argument each : command.plain()) {
      if (Paths.fits(path, Paths.resolve(each.text(), directory))) {
        return true;
      }
    }
    return false;
  }

  /// The file that a command downloads.
  private static Optional<String> download(Command command, String directory) {
    if (!Download.isFetcher(command) || !Download.saves(command)) {
      return Optional.empty();
    }
    List<Argument> arguments = command.arguments();
    for (int i = 0; i + 1 < arguments.size(); i++) {
      String text = arguments.get(i).text();
      boolean names =
          text.equals("--output")
              || text.equals("--output-document")
              || (text.startsWith("-")
                  && !text.startsWith("--")
                  && text.endsWith(command.named("curl") ? "o" : "O"));
      if (names) {
        return Optional.of(Paths.resolve(arguments.get(i + 1).text(), directory));
      }
    }
    return Download.address(command)
        .filter(url -> url.indexOf('?') < 0 && url.lastIndexOf('/') > url.indexOf("://") + 2)
        .map(url -> Paths.resolve(Look.baseName(url), directory));
  }
}
