package dev.landwaiter.dockerfile.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The builder's recorded answers to small files, as far as its first two phases go.
class RecordedTest {
  @Test
  void agreesOnTheCasesOfTheClassicRules() throws IOException, FormatException {
    List<String> differs = new ArrayList<>();
    List<Value> rows = rows("conformance/hadolint/cases.jsonl");
    for (Value row : rows) {
      String builder = row.text("builder");
      String expected = builder.startsWith("build@") ? "ok" : builder;
      compare(row, expected, differs);
    }
    assertThat(differs).as("%d rows", rows.size()).isEmpty();
  }

  @Test
  void agreesOnTheCasesOfTheBuilder() throws IOException, FormatException {
    List<String> differs = new ArrayList<>();
    List<Value> rows = rows("conformance/buildkit/lint-cases.jsonl");
    for (Value row : rows) {
      String error = row.text("error");
      String line = row.get("errorLine").map(Value::toString).orElse("0");
      compare(row, phase(error).map(line), differs);
    }
    assertThat(differs).as("%d rows", rows.size()).isEmpty();
  }

  /// Which phase an error belongs to shows in its words only.
  private enum Phase {
    PARSE,
    INSTRUCTIONS,
    LATER;

    String map(String line) {
      return switch (this) {
        case PARSE -> "parse@" + line;
        case INSTRUCTIONS -> "instructions@" + line;
        case LATER -> "ok";
      };
    }
  }

  private static Phase phase(String error) {
    List<String> parse =
        List.of(
            "the Dockerfile cannot be empty",
            "file with no instructions",
            "ENV must have two",
            "unterminated heredoc",
            "when using JSON array",
            "invalid escape token",
            "only one ");
    List<String> instructions =
        List.of("dockerfile parse error", "no build stage", "dockerfile contains no stages");
    if (parse.stream().anyMatch(error::startsWith)) {
      return Phase.PARSE;
    }
    return instructions.stream().anyMatch(error::startsWith) ? Phase.INSTRUCTIONS : Phase.LATER;
  }

  private static void compare(Value row, String expected, List<String> differs) {
    String found = BuilderAnswer.of(new Parser().parse(row.text("dockerfile")));
    if (!found.equals(expected)) {
      differs.add(row.text("id") + ": " + expected + ", but found " + found);
    }
  }

  private static List<Value> rows(String name) throws IOException, FormatException {
    List<Value> rows = new ArrayList<>();
    for (String line : Files.readAllLines(Shared.path(name))) {
      rows.add(Json.parse(name, line));
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }
}
