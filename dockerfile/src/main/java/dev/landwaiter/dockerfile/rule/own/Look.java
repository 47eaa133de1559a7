package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The shapes that the rules of this package have in common.
final class Look {
  private Look() {}

  /// Reports every command of RUN for which there is something to say.
  static Judge atCommands(Surroundings around, Function<Command, Optional<String>> trouble) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        for (Command each : around.commands(run).all()) {
          trouble.apply(each).ifPresent(message -> sink.report(run, each.span(), message));
        }
      }
    };
  }

  /// Judges the stages when the whole file was seen.
  static Judge atStages(Surroundings around, BiConsumer<Outline, Sink> judge) {
    return new Judge() {
      @Override
      public void see(Instruction instruction, Sink sink) {}

      @Override
      public void end(Sink sink) {
        judge.accept(around.shared(Outline.class, Outline::of), sink);
      }
    };
  }

  /// Judges the stage that becomes the image when the whole file was seen.
  static Judge atLastStage(Surroundings around, BiConsumer<Outline.Stage, Sink> judge) {
    return atStages(
        around, (outline, sink) -> outline.last().ifPresent(last -> judge.accept(last, sink)));
  }

  /// All text of an instruction: its line and its heredocs.
  static List<MappedText> texts(Instruction instruction) {
    var texts = new ArrayList<MappedText>();
    texts.add(instruction.statement().line());
    for (Heredoc each : instruction.statement().heredocs()) {
      texts.add(each.body());
    }
    return texts;
  }

  /// The words of a command line that is an array; none for a text.
  static List<String> words(CommandLine command) {
    return command instanceof CommandLine.Exec exec
        ? exec.words().stream().map(word -> word.text()).toList()
        : List.of();
  }

  /// The last part of a path.
  static String baseName(String path) {
    String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
  }
}
