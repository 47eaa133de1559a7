package dev.landwaiter.dockerfile.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What hadolint sees in a text; the cases stand in a file.
class ClassicCommandsTest {
  record Case(String text, List<String> commands) {
    @Override
    public String toString() {
      return text;
    }
  }

  static Stream<Case> cases() throws IOException {
    return ShellCases.read("classic.txt").map(each -> new Case(each.text(), each.lines()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shows(Case it) {
    Commands commands = ClassicCommands.of(MappedText.at(new Position(3, 5), it.text()));

    assertThat(lines(commands)).isEqualTo(it.commands());
  }

  static List<String> lines(Commands commands) {
    if (!commands.read()) {
      return List.of("unread");
    }
    return Stream.concat(
            commands.all().stream().map(ShellCases::line),
            Stream.of("count " + commands.count() + (commands.pipe() ? " pipe" : "")))
        .toList();
  }
}
