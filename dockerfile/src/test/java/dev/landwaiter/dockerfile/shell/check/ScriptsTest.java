package dev.landwaiter.dockerfile.shell.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.classic.ClassicReader;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.shell.view.ShellCases;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scripts that ShellCheck gets, each behind its profile and the line of its RUN; the names
/// that every build knows are left out.
class ScriptsTest {
  static Stream<ShellCases> cases() throws IOException {
    return ShellCases.read("scripts.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gives(ShellCases it) {
    Dockerfile file = new Parser().parse(it.text());
    List<String> lines = new ArrayList<>();
    add(lines, "classic ", Scripts.of(file, ClassicReader.read(file).instructions(), true));
    add(lines, "full ", Scripts.of(file, file.instructions(), false));

    assertThat(String.join("\n", lines)).isEqualTo(String.join("\n", it.lines()));
  }

  private static void add(List<String> lines, String profile, List<Script> scripts) {
    for (Script each : scripts) {
      lines.add(profile + each.run().line());
      each.whole()
          .lines()
          .filter(line -> !line.matches("(?i)export .*_proxy=1"))
          .forEach(lines::add);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsTheLinesOfItsHeader(ShellCases it) {
    Dockerfile file = new Parser().parse(it.text());
    List<Instruction> instructions = file.instructions();

    assertThat(Scripts.of(file, instructions, false))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.header().lines()).hasSize(each.lines()));
  }
}
