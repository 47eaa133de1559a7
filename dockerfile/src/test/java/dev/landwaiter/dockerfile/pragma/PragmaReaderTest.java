package dev.landwaiter.dockerfile.pragma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.parse.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which comments are pragmas, and what they say.
class PragmaReaderTest {
  private static List<Pragma> pragmas(String text) {
    return PragmaReader.all(new Parser().parse(text).comments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '# hadolint ignore=DL3006'                 | NEXT_LINE   | DL3006        | ''
          '#hadolint ignore=DL3006'                  | NEXT_LINE   | DL3006        | ''
          '   #  hadolint  ignore  =  DL3006 '       | NEXT_LINE   | DL3006        | ''
          '# hadolint ignore=DL3006 , SC2086 # why, so' | NEXT_LINE  | DL3006,SC2086 | why, so
          '# hadolint ignore=DL3006# why'            | NEXT_LINE   | DL3006        | why
          '# hadolint global ignore=DL3006,DL3007'   | FILE        | DL3006,DL3007 | ''
          '# hadolint stage ignore=DL3006 # why'     | STAGE       | DL3006        | why
          '# hadolint shell=/bin/bash -o pipefail # y' | SHELL       | /bin/bash -o pipefail | y
          '# landwaiter:ignore=LD1001,DL3006'        | INSTRUCTION | LD1001,DL3006 | ''
          '# landwaiter:ignore=LD1001 reason=it is so' | INSTRUCTION | LD1001        | it is so
          '# landwaiter:ignore=LD1001 until=2026-12-31 reason=x' | INSTRUCTION | LD1001 | x
          """)
  void isOne(String comment, Pragma.Kind kind, String ids, String reason) {
    assertThat(pragmas(comment + "\nFROM a:1\n"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.kind()).isEqualTo(kind);
          assertThat(String.join(",", each.ids())).isEqualTo(ids);
          assertThat(each.reason()).isEqualTo(reason);
          assertThat(each.line()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# HADOLINT ignore=DL3006",
        "# hadolint ignore:DL3006",
        "# hadolint ignore=",
        "# hadolint ignore=DL3006,",
        "# hadolint ignore=DL3006 DL3007",
        "# hadolint ignore=DL3006,foo",
        "# hadolint ignore=dl3006",
        "# hadolint ignore=DL3006 reason",
        "# hadolintignore=DL3006",
        "# hadolint globalignore=DL3006",
        "# please hadolint ignore=DL3006",
        "## hadolint ignore=DL3006",
        "# hadolint shell=",
        "# landwaiter:ignore=",
        "# landwaiter:ignore=LD1001,",
        "# landwaiter:ignore=LD1001 until=tomorrow",
        "# landwaiter:ignore=LD1001 because",
      })
  void isNone(String comment) {
    assertThat(pragmas(comment + "\nFROM a:1\n")).isEmpty();
  }

  @Test
  void insideAnInstructionThereAreNone() {
    assertThat(
            pragmas(
                """
                FROM a:1
                RUN a && \\
                  # hadolint ignore=DL3006
                  b
                RUN <<EOF
                # hadolint ignore=DL3006
                EOF
                """))
        .isEmpty();
  }

  @Test
  void aCarriageReturnMayEndIt() {
    assertThat(pragmas("# hadolint ignore=DL3006\r\nFROM a:1\r\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '# landwaiter ignore=DL3008' | true
          '# landwaiter: ignore=DL3008' | true
          '# landwaiter:ignore DL3008' | true
          '# landwaiter:ignore=DL3008 expires=2027-01-01' | true
          '# landwaiter:ignore=DL3008 until=soon' | true
          '# landwaiter:ignore=' | true
          '# landwaiter:ignore=DL3008 until=2027-01-01' | false
          '# landwaiter:ignore=StageNameCasing reason=why' | false
          '# landwaiter ignores much' | false
          '# landwaiter ignore files are read' | false
          '# hadolint ignore=' | false
          """)
  void whatWasMeantAsPragmaAndIsNone(String line, boolean mistaken) {
    var comment = new Parser().parse(line + "\nFROM scratch\n").comments().getFirst();
    assertThat(PragmaReader.mistaken(comment)).isEqualTo(mistaken);
  }
}
