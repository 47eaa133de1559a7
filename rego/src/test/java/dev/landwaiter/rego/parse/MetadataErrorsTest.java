package dev.landwaiter.rego.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Module;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about metadata that is no YAML: the row and the text. `/` stands for a line break.
class MetadataErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "title: a: b      | 2 | yaml: mapping values are not allowed in this context",
        "title: a/ label: b | 3 | yaml: line 2: mapping values are not allowed in this context",
        "title: @a        | 2 | yaml: found character that cannot start any token",
        "title: *a        | 2 | yaml: unknown anchor 'a' referenced",
        "title: - b       | 2 | yaml: block sequence entries are not allowed in this context",
        "title: [a        | 2 | yaml: line 1: did not find expected ',' or ']'",
        "title: [a/label: b | 3 | yaml: line 1: did not find expected ',' or ']'",
        "{                | 2 | yaml: line 1: did not find expected node content",
        "title: a/title: b | 3 | yaml: unmarshal errors:/  line 2: mapping key \"title\" already"
            + " defined at line 1",
        "custom:/  a: 1/  a: 2 | 4 | yaml: unmarshal errors:/  line 3: mapping key \"a\" already"
            + " defined at line 2",
      })
  void saysWhereAndWhat(String yaml, int row, String message) {
    var thrown = catchThrowableOfType(RegoException.class, () -> module(yaml));
    assertThat(thrown.errors().getFirst().message()).isEqualTo(message.replace("/", "\n"));
    assertThat(thrown.errors().getFirst().location().orElseThrow().row()).isEqualTo(row);
  }

  @ParameterizedTest
  @CsvSource({"title: a/---/title: [b]", "title: a/scope: package"})
  void readsTheFirstDocument(String yaml) throws RegoException {
    assertThat(module(yaml).annotations().getFirst().fields().text("title")).isEqualTo("a");
  }

  private static Module module(String yaml) throws RegoException {
    String text = "# METADATA\n# " + yaml.replace("/", "\n# ") + "\npackage p\n";
    return Parser.parseModule(
        new Source("p.rego", text), ParserSettings.of(RegoVersion.V1).annotations(true));
  }
}
