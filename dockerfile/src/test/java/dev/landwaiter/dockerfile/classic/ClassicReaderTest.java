package dev.landwaiter.dockerfile.classic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How the classic linter reads what the builder reads otherwise.
class ClassicReaderTest {
  /// @param failures `LINE:COLUMN taken`, where the builder takes it, or `refused`
  record Case(String text, List<String> failures) {
    @Override
    public String toString() {
      return text.replace("\n", "⏎");
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var in = ClassicReaderTest.class.getResourceAsStream("/classic/failures.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return Arrays.stream(all.split("(?m)^===\n")).skip(1).map(ClassicReaderTest::of);
    }
  }

  private static Case of(String block) {
    String[] halves = block.split("(?m)^---\n", 2);
    return new Case(halves[0], halves[1].lines().toList());
  }

  private static ClassicReading read(String text) {
    return ClassicReader.read(new Parser().parse(text));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void failsAt(Case it) {
    assertThat(
            read(it.text()).failures().stream()
                .map(each ->
                    "%d:%d %s"
                        .formatted(
                            each.line(), each.column(), each.buildable() ? "taken" : "refused")))
        .isEqualTo(it.failures());
  }

  @Test
  void onlyTheFirstNameOfArgCounts() {
    Instruction arg = read("ARG A=1 B=2\n").instructions().getFirst();

    assertThat(((Instruction.Arg) arg).arguments()).hasSize(1);
    assertThat(((Instruction.Arg) arg).arguments().getFirst().value().orElseThrow().text())
        .isEqualTo("1 B=2");
  }

  @Test
  void blanksAtTheEndBelongToTheUser() {
    Instruction user = read("FROM a:1\nUSER root \n").instructions().getLast();

    assertThat(((Instruction.User) user).user().text()).isEqualTo("root ");
  }

  @Test
  void quotesOfPairsAreTakenAway() {
    Instruction label = read("FROM a:1\nLABEL \"a b\"='c d' e=f\"g h\"\n").instructions().getLast();

    assertThat(
            ((Instruction.Label) label)
                .pairs().stream().map(each -> each.key() + "|" + each.value()))
        .containsExactly("a b|c d", "e|fg h");
  }

  @Test
  void aWrongInstructionIsBrokenAndTheRestIsRead() {
    List<Instruction> instructions = read("FROM a:1\nFOO\nUSER 1\n").instructions();

    assertThat(instructions.get(1)).isInstanceOf(Instruction.Broken.class);
    assertThat(instructions.get(2)).isInstanceOf(Instruction.User.class);
  }
}
