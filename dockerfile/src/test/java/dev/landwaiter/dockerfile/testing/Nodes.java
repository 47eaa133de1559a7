package dev.landwaiter.dockerfile.testing;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Mount;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.function.Consumer;

/// Everything of an instruction that has a place.
final class Nodes {
  private Nodes() {}

  static void spans(Instruction instruction, Consumer<Span> to) {
    Statement statement = instruction.statement();
    to.accept(statement.span());
    to.accept(statement.line().span());
    to.accept(statement.arguments().span());
    to.accept(statement.keyword().span());
    for (Flag each : statement.flags()) {
      to.accept(each.span());
    }
    for (Heredoc each : statement.heredocs()) {
      to.accept(each.marker().span());
      to.accept(each.body().span());
    }
    words(instruction, word -> to.accept(word.span()));
    commands(instruction, command -> command(command, to));
    if (instruction instanceof Instruction.Run run) {
      for (Mount each : run.mounts()) {
        to.accept(each.span());
      }
    }
    if (instruction instanceof Instruction.Onbuild onbuild) {
      spans(onbuild.trigger(), to);
    }
  }

  private static void command(CommandLine command, Consumer<Span> to) {
    switch (command) {
      case CommandLine.Shell shell -> to.accept(shell.text().span());
      case CommandLine.Exec exec -> exec.words().forEach(word -> to.accept(word.span()));
    }
  }

  /// The words of the arguments, without those of a command.
  static void words(Instruction instruction, Consumer<Word> to) {
    switch (instruction) {
      case Instruction.From it -> {
        to.accept(it.image());
        it.platform().ifPresent(to);
        it.name().ifPresent(to);
      }
      case Instruction.Arg it ->
          it.arguments()
              .forEach(each -> {
                to.accept(each.name());
                each.value().ifPresent(to);
              });
      case Instruction.Transfer it -> {
        it.sources().forEach(to);
        to.accept(it.target());
        if (it instanceof Instruction.Copy copy) {
          copy.from().ifPresent(to);
        }
      }
      case Instruction.Pairs it ->
          it.pairs()
              .forEach(each -> {
                to.accept(each.key());
                to.accept(each.value());
              });
      case Instruction.Expose it -> it.ports().forEach(to);
      case Instruction.Volume it -> it.paths().forEach(to);
      case Instruction.Maintainer it -> to.accept(it.name());
      case Instruction.Stopsignal it -> to.accept(it.signal());
      case Instruction.User it -> to.accept(it.user());
      case Instruction.Workdir it -> to.accept(it.path());
      case Instruction.Run it -> {}
      case Instruction.Cmd it -> {}
      case Instruction.Entrypoint it -> {}
      case Instruction.Healthcheck it -> {}
      case Instruction.Shell it -> {}
      case Instruction.Onbuild it -> {}
      case Instruction.Broken it -> {}
    }
  }

  static void commands(Instruction instruction, Consumer<CommandLine> to) {
    switch (instruction) {
      case Instruction.Run it -> to.accept(it.command());
      case Instruction.Cmd it -> to.accept(it.command());
      case Instruction.Entrypoint it -> to.accept(it.command());
      case Instruction.Shell it -> to.accept(it.command());
      case Instruction.Healthcheck it -> it.command().ifPresent(to);
      default -> {}
    }
  }
}
