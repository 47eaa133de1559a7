package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The commands of one RUN and what the file says between them.
final class Script {
  private final List<Command> commands;
  private final LineIndex lines;
  private Optional<List<Integer>> starters = Optional.empty();

  private Script(List<Command> commands, LineIndex lines) {
    this.commands = commands;
    this.lines = lines;
  }

  /// Reads scripts of one file; its lines are counted once, and only when somebody asks.
  static final class Reader {
    private final Surroundings around;
    private Optional<LineIndex> lines = Optional.empty();

    Reader(Surroundings around) {
      this.around = around;
    }

    Script read(Instruction.Run run) {
      return new Script(around.commands(run).all(), lines());
    }

    LineIndex lines() {
      if (lines.isEmpty()) {
        lines = Optional.of(LineIndex.of(around.file().text()));
      }
      return lines.get();
    }
  }

  List<Command> commands() {
    return commands;
  }

  Command command(int index) {
    return commands.get(index);
  }

  /// The indexes of the commands that may start a file; looked for once.
  List<Integer> starters(Predicate<Command> starter) {
    if (starters.isEmpty()) {
      var found = new ArrayList<Integer>(0);
      for (int i = 0; i < commands.size(); i++) {
        if (starter.test(commands.get(i))) {
          found.add(i);
        }
      }
      starters = Optional.of(found);
    }
    return starters.get();
  }

  /// The command that reads what this one writes, through a pipe; wrappers of it come first.
  Optional<Integer> reader(int index) {
    int next = after(index);
    return next < commands.size() && isPipe(gap(index, next))
        ? Optional.of(next)
        : Optional.empty();
  }

  /// The first command that begins behind the end of this one.
  int after(int index) {
    Position end = commands.get(index).span().end();
    int next = index + 1;
    while (next < commands.size() && commands.get(next).span().start().compareTo(end) < 0) {
      next++;
    }
    return next;
  }

  /// Whether one command stands inside another.
  boolean inside(int inner, int outer) {
    Span in = commands.get(inner).span();
    Span out = commands.get(outer).span();
    return inner != outer
        && in.start().compareTo(out.start()) >= 0
        && in.end().compareTo(out.end()) <= 0;
  }

  /// What stands between two commands.
  String gap(int first, int second) {
    return lines.slice(
        new Span(commands.get(first).span().end(), commands.get(second).span().start()));
  }

  /// The command as it is written.
  String text(int index) {
    return lines.slice(commands.get(index).span());
  }

  /// The last characters before a command, blanks left out.
  String before(int index, int count) {
    int end = lines.offset(commands.get(index).span().start());
    while (end > 0 && Character.isWhitespace(lines.text().charAt(end - 1))) {
      end--;
    }
    return lines.text().substring(Math.max(0, end - count), end);
  }

  static boolean isPipe(String gap) {
    int bar = gap.indexOf('|');
    return bar >= 0
        && !gap.contains("||")
        && !gap.contains("&&")
        && gap.indexOf(';') < 0
        && gap.lastIndexOf('|') == bar;
  }
}
