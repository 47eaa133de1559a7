package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Small changes of the commands of a RUN in shell form.
final class Mending {
  private Mending() {}

  /// Puts an option behind each of these words.
  static Optional<Fix> behindAll(Instruction.Run run, List<Argument> words, String option) {
    var edits = new ArrayList<Edit>();
    for (Argument each : inOrder(words)) {
      Position end = each.span().end();
      if (written(run, each.span().start(), each.text()).filter(each.span()::equals).isPresent()) {
        edits.add(new Edit(new Span(end, end), " " + option));
      }
    }
    return edits.isEmpty() ? Optional.empty() : Optional.of(new Fix("Add " + option, true, edits));
  }

  private static List<Argument> inOrder(List<Argument> words) {
    var sorted = new ArrayList<Argument>(words);
    sorted.sort((one, other) -> one.span().start().compareTo(other.span().start()));
    return sorted;
  }

  /// Puts changes into the order of their places.
  static void sort(List<Edit> edits) {
    edits.sort((one, other) -> one.span().start().compareTo(other.span().start()));
  }

  /// The span of this text, where it is written at this place of a script.
  static Optional<Span> written(Instruction.Run run, Position start, String text) {
    for (MappedText each : scripts(run)) {
      int from = each.offset(start);
      if (each.toString().startsWith(text, from) && each.position(from).equals(start)) {
        return Optional.of(each.span(from, from + text.length()));
      }
    }
    return Optional.empty();
  }

  private static List<MappedText> scripts(Instruction.Run run) {
    if (!(run.command() instanceof CommandLine.Shell(MappedText text))) {
      return List.of();
    }
    var scripts = new ArrayList<MappedText>();
    scripts.add(text);
    run.statement().heredocs().forEach(each -> scripts.add(each.body()));
    return scripts;
  }

  /// Puts an option before the first of these arguments of each command.
  static Optional<Fix> before(
      Instruction.Run run, List<Command> commands, String option, String... arguments) {
    return before(run, commands, option, command -> Installs.argument(command, arguments));
  }

  /// Puts an option before all arguments of each command.
  static Optional<Fix> first(Instruction.Run run, List<Command> commands, String option) {
    return before(
        run,
        commands,
        option,
        // Behind words such as `command` the name itself is an argument.
        command ->
            command.arguments().stream()
                .limit(1)
                .filter(each -> !each.text().equals(command.name()))
                .findFirst());
  }

  private static Optional<Fix> before(
      Instruction.Run run,
      List<Command> commands,
      String option,
      Function<Command, Optional<Argument>> where) {
    var edits = new ArrayList<Edit>();
    for (Command each : commands) {
      Optional<Position> place =
          where.apply(each).map(word -> word.span().start()).filter(it -> stands(run, it));
      if (place.isEmpty()) {
        return Optional.empty();
      }
      edits.add(new Edit(new Span(place.get(), place.get()), option + " "));
    }
    sort(edits);
    return Optional.of(new Fix("Add " + option, true, edits));
  }

  /// Whether the place is one of a script.
  private static boolean stands(Instruction.Run run, Position place) {
    return scripts(run).stream().anyMatch(each -> each.position(each.offset(place)).equals(place));
  }

  /// Lets a further command follow that runs when all others went well.
  static Optional<Fix> append(Instruction.Run run, String command) {
    return script(run)
        .map(MappedText::trim)
        .filter(each -> canGoOn(each.toString()))
        .flatMap(each ->
            insert(
                run, each.position(each.length()), " && " + command, "Run " + command + " last"));
  }

  /// The text of the command, or of the only heredoc if that is all there is.
  private static Optional<MappedText> script(Instruction.Run run) {
    List<Heredoc> heredocs = run.statement().heredocs();
    if (!(run.command() instanceof CommandLine.Shell(MappedText text)) || heredocs.size() > 1) {
      return Optional.empty();
    }
    if (heredocs.isEmpty()) {
      return Optional.of(text);
    }
    Heredoc only = heredocs.getFirst();
    return run.statement().arguments().toString().equals(only.marker().text())
        ? Optional.of(only.body())
        : Optional.empty();
  }

  /// Whether `&&` can follow: no comment, no document, no operator at the end.
  static boolean canGoOn(String text) {
    if (text.isEmpty()
        || text.contains("<<")
        || ";&|\\".indexOf(text.charAt(text.length() - 1)) >= 0) {
      return false;
    }
    for (int hash = text.indexOf('#'); hash >= 0; hash = text.indexOf('#', hash + 1)) {
      if (hash == 0 || Character.isWhitespace(text.charAt(hash - 1))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Fix> insert(
      Instruction.Run run, Position place, String text, String what) {
    return run.command() instanceof CommandLine.Shell
        ? Optional.of(new Fix(what, true, List.of(new Edit(new Span(place, place), text))))
        : Optional.empty();
  }
}
