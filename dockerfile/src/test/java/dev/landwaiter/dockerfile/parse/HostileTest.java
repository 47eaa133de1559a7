package dev.landwaiter.dockerfile.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.testing.Hostile;
import dev.landwaiter.dockerfile.testing.Spans;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Files made to cost time, memory or the stack are read within bounds, and the bound is told.
class HostileTest {
  private static final Map<String, String> FILES = Hostile.files();

  static Iterable<String> all() {
    return FILES.keySet();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyNodeStaysInItsPlace(String name) {
    Spans.check(parse(name));
  }

  /// The first trouble and the number of instructions that were read.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          longer than a file may be            | the file has more than 1048576 bytes                   | 0
          a line longer than the builder takes | the line has more than 65535 bytes with its end        | 2
          more lines than are read             | the file has more than 100000 lines                    | 0
          more instructions than are read      | there are more than 10000 instructions                 | 10000
          unknown instructions                 | there is no instruction `FROMM`                        | 10000
          documents without an end             | the heredoc `a` does not end                           | 2
          triggers                             | ONBUILD cannot stand behind ONBUILD                    | 2
          closed brackets                      | an array of arguments may have nothing but strings in it | 2
          only carriage returns                | FROM takes an image, and perhaps AS and a name         | 1
          """)
  void tellsWhatIsTooMuch(String name, String message, int instructions) {
    Dockerfile file = parse(name);
    assertThat(file.troubles().getFirst().message()).isEqualTo(message);
    assertThat(file.instructions()).hasSize(instructions);
  }

  /// What is much and yet good is read to its end.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lines to the limit             | 2
          blank continued lines          | 2
          comments in an instruction     | 2
          comments above                 | 1
          documents                      | 2
          documents in lines             | 9001
          forms in forms                 | 2
          replacements that grow         | 3002
          zeros in words                 | 3
          """)
  void readsWhatIsGood(String name, int instructions) {
    Dockerfile file = parse(name);
    assertThat(file.troubles()).isEmpty();
    assertThat(file.instructions()).hasSize(instructions);
  }

  @Test
  void readsTenThousandDocumentsOfOneLine() {
    Statement statement = parse("documents").instructions().getLast().statement();
    assertThat(statement.heredocs()).hasSize(10_000).allMatch(each -> each.terminated());
    assertThat(statement.lastLine()).isEqualTo(10_002);
  }

  @Test
  void understandsTriggersToADepth() {
    int depth = 0;
    Instruction at = parse("triggers").instructions().getLast();
    while (at instanceof Instruction.Onbuild onbuild) {
      depth++;
      at = onbuild.trigger();
    }
    assertThat(depth).isEqualTo(200);
    assertThat(at).isInstanceOf(Instruction.Broken.class);
  }

  @Test
  void namesOfDocumentsHaveNoEndlessForms() {
    assertThat(parse("forms in the name of a document").instructions().getLast().statement())
        .returns(0, each -> each.heredocs().size());
  }

  @Test
  void aMarkInTheMiddleIsText() {
    Dockerfile file = parse("marks in the middle");
    assertThat(file.instructions().get(1).statement().keyword().text()).isEqualTo("\uFEFFRUN");
    assertThat(file.comments()).isEmpty();
  }

  @Test
  void zerosAreText() {
    Dockerfile file = parse("zeros in words");
    assertThat(file.instructions().getFirst())
        .isInstanceOfSatisfying(
            Instruction.From.class, from -> assertThat(from.image().text()).isEqualTo("a\0b"));
  }

  @Test
  void bytesThatAreNoTextAreReplaced() {
    byte[] bytes = "FROM a\nRUN b?\u00C3(c\n".getBytes(StandardCharsets.ISO_8859_1);
    Dockerfile file = new Parser().parse(bytes);
    assertThat(file.troubles()).isEmpty();
    assertThat(file.text()).isEqualTo("FROM a\nRUN b?\uFFFD(c\n");
    Spans.check(file);
  }

  @Test
  void aHugeFileIsRefusedByItsSizeAlone() {
    Limits small = new Limits(10, 10, 10, 10);
    assertThat(new Parser(small).parse(new byte[11]).troubles())
        .extracting(each -> each.message())
        .containsExactly("the file has more than 10 bytes");
    assertThat(new Parser(small).parse("x".repeat(11)).troubles())
        .extracting(each -> each.message())
        .containsExactly("the file has more than 10 characters");
  }

  private static Dockerfile parse(String name) {
    return new Parser().parse(FILES.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
  }
}
