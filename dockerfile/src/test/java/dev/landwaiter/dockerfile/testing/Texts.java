package dev.landwaiter.dockerfile.testing;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;

/// Whether the file has at a node's place what the node says.
final class Texts {
  private final LineIndex lines;
  private final Statement statement;

  Texts(LineIndex lines, Statement statement) {
    this.lines = lines;
    this.statement = statement;
  }

  void check(Instruction instruction) {
    mapped(statement.line());
    word(statement.keyword());
    for (Flag each : statement.flags()) {
      word(new Word(each.raw(), each.span()));
      Spans.require(each.raw().startsWith("--"), each);
    }
    mapped(statement.arguments());
    for (Heredoc each : statement.heredocs()) {
      mapped(each.body());
    }
    Nodes.words(instruction, this::word);
    Nodes.commands(instruction, this::command);
  }

  private void command(CommandLine command) {
    switch (command) {
      case CommandLine.Shell shell -> mapped(shell.text());
      case CommandLine.Exec exec -> exec.words().forEach(this::word);
    }
  }

  /// Every character stands where the text says.
  private void mapped(MappedText text) {
    int at = -1;
    int next = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1))) {
        continue;
      }
      Position place = text.position(i);
      // One step from the last one is the usual case.
      at = next >= 0 && lines.position(next).equals(place) ? next : lines.offset(place);
      next =
          at
              + (Character.isHighSurrogate(c)
                      && i + 1 < text.length()
                      && Character.isLowSurrogate(text.charAt(i + 1))
                  ? 2
                  : 1);
      Spans.require(
          at < lines.text().length() && lines.text().charAt(at) == c, "not at " + place, text);
    }
  }

  /// The word's own text stands at its place in the joined line; of an element of an array its
  /// escapes do, too.
  private void word(Word word) {
    MappedText line = statement.line();
    int start = line.offset(word.span().start());
    int end = line.offset(word.span().end());
    String found = line.toString().substring(start, Math.max(start, end));
    boolean escaped = found.indexOf('\\') >= 0 && statement.arguments().toString().startsWith("[");
    Spans.require(
        found.equals(word.text()) || escaped || trigger(found),
        "`" + found + "` instead of `" + word.text() + "`",
        statement);
  }

  private boolean trigger(String found) {
    return found.indexOf('\\') >= 0 && statement.keyword().text().equalsIgnoreCase("ONBUILD");
  }
}
