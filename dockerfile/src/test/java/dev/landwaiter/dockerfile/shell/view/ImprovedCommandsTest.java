package dev.landwaiter.dockerfile.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.shell.Dialect;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a shell would run; `VERSION` is known to be 1.2. The cases stand in a file.
class ImprovedCommandsTest {
  static Stream<ShellCases> cases() throws IOException {
    return ShellCases.read("improved.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shows(ShellCases it) {
    Commands commands =
        ImprovedCommands.of(
            MappedText.at(new Position(3, 5), it.text()),
            Dialect.BASH,
            name -> name.equals("VERSION") ? Optional.of("1.2") : Optional.empty());

    assertThat(ClassicCommandsTest.lines(commands)).isEqualTo(it.lines());
  }
}
