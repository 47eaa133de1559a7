package dev.landwaiter.dockerfile.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.shell.view.ShellCases;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The commands of every RUN of whole files, each with the line of its RUN.
class FullViewTest {
  static Stream<ShellCases> cases() throws IOException {
    return ShellCases.read("files.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shows(ShellCases it) {
    Dockerfile file = new Parser().parse(it.text());
    CommandView view = Views.of(Profile.FULL, file);
    List<String> lines = new ArrayList<>();
    for (Instruction each : file.instructions()) {
      Instruction inner = each instanceof Instruction.Onbuild on ? on.trigger() : each;
      if (inner instanceof Instruction.Run run) {
        Commands commands = view.commands(run, () -> Build.of(file, BuildInput.UNKNOWN));
        if (!commands.read()) {
          lines.add(run.line() + " unread");
        }
        for (var command : commands.all()) {
          lines.add(run.line() + " " + ShellCases.line(command));
        }
      }
    }
    assertThat(String.join("\n", lines)).isEqualTo(String.join("\n", it.lines()));
  }
}
