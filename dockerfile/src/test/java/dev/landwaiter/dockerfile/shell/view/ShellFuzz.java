package dev.landwaiter.dockerfile.shell.view;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.shell.Dialect;
import dev.landwaiter.dockerfile.shell.Reading;
import dev.landwaiter.dockerfile.shell.parse.ShellReader;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.testing.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the text of a command: it is read, or refused with a reason, and every command stands
/// in it.
///
/// `./check` runs the kept inputs; `bench/fuzz` looks for new ones.
class ShellFuzz {
  @MethodSource("seeds")
  @FuzzTest
  void readsEverything(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    MappedText mapped = MappedText.at(Position.START, text);
    check(text, ShellReader.read(text));
    check(text, ClassicCommands.of(mapped));
    for (Dialect each : Dialect.values()) {
      check(text, ShellReader.read(text, each));
      check(text, ImprovedCommands.of(mapped, each, ShellFuzz::value));
    }
  }

  private static Optional<String> value(String name) {
    return name.equals("x") ? Optional.empty() : Optional.of("sh -c '$" + name + " a' | b");
  }

  private static void check(String text, Reading reading) {
    if (reading.refused() == reading.message().isEmpty()
        || reading.offset() < 0
        || reading.offset() > text.length()) {
      throw new AssertionError(reading);
    }
  }

  private static void check(String text, Commands commands) {
    LineIndex lines = LineIndex.of(text);
    for (Command command : commands.all()) {
      check(lines, command.span());
      for (Argument argument : command.arguments()) {
        check(lines, argument.span());
      }
    }
  }

  private static void check(LineIndex lines, Span span) {
    int start = lines.offset(span.start());
    if (start > lines.offset(span.end()) || !lines.position(start).equals(span.start())) {
      throw new AssertionError(span);
    }
  }

  static Stream<byte[]> seeds() throws IOException {
    if (System.getenv("JAZZER_FUZZ") == null) {
      return Stream.empty();
    }
    return Corpus.files().values().stream()
        .flatMap(each -> new Parser().parse(each).instructions().stream())
        .filter(Instruction.Run.class::isInstance)
        .map(each -> RunText.whole((Instruction.Run) each).toString())
        .distinct()
        .map(each -> each.getBytes(StandardCharsets.UTF_8));
  }
}
