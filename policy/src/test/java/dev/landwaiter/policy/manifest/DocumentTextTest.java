package dev.landwaiter.policy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain separator         | a: 1~---~b: 2~               | a: 1 / b: 2
          a comment behind it     | a: 1~--- # next~b: 2~        | a: 1 / b: 2
          a blank behind it       | a: 1~--- ~b: 2~              | a: 1 / b: 2
          no line break at the end| a: 1~---~b: 2~---            | a: 1 / b: 2
          lines of Windows        | a: 1^---^b: 2^               | a: 1 / b: 2
          an end marker           | a: 1~...~b: 2~               | a: 1 / b: 2
          end and separator       | a: 1~...~---~b: 2~           | a: 1 / b: 2
          content on the marker   | a: 1~--- {b: 2}~             | a: 1 / {b: 2}
          directive               | %YAML 1.1~---~a: 1~          | %YAML 1.1 a: 1
          comments alone          | # x~---~# y~                 | ''
          dashes inside           | a: >-~  ---~  x~---~b: 2~    | a: >- --- x / b: 2
          more dashes             | ----~a: 1~                   | ---- a: 1
          nothing                 | ''                           | ''
          """)
  void documentsAreSplit(String title, String text, String wanted) {
    String real = text.replace("~", "\n").replace("^", "\r\n");
    String got =
        String.join(
            " / ",
            DocumentText.split(real).stream()
                .filter(each -> !each.isEmpty())
                .map(each -> each.text().replaceAll("(?m)^(---|\\.\\.\\.)(?=\\s|$)", ""))
                .map(each -> each.replaceAll("#.*", "").strip().replaceAll("\\s+", " "))
                .toList());
    assertThat(got).as(title).isEqualTo(wanted);
  }

  @Test
  void linesAndSourcesAreKept() {
    var documents =
        DocumentText.split(
            "a: 1\n---\n# Source: shop/templates/b.yaml\nb: 2\n---\n# other\nc: 3\n");
    assertThat(documents).extracting(DocumentText::line).containsExactly(1, 2, 5);
    assertThat(documents)
        .extracting(DocumentText::source)
        .containsExactly("", "shop/templates/b.yaml", "");
  }
}
