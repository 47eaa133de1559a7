package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.Unordered;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples that come with Conftest, and what a cluster's first policies say, run behind the
/// name `conftest`.
class ConftestExamplesTest {
  static Stream<String> examples() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(Shared.path("conformance/conftest/expected"))) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
    }
    return names.stream().sorted();
  }

  @Test
  void thereAreExamples() throws Exception {
    assertThat(examples()).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleAnswersAsRecorded(String name, @TempDir Path temporary) throws Exception {
    copy(Shared.path("conformance/conftest/examples/" + name), temporary);
    Path file = Shared.path("conformance/conftest/expected/" + name + ".json");
    for (Value row : Json.parse(name, Files.readAllBytes(file)).elements()) {
      check(row, words(row), temporary);
    }
  }

  /// The original refuses these policies, which are of version 0, unless it is told their version.
  @Test
  void everydayPoliciesAreJudgedWithAndWithoutTheirVersion(@TempDir Path temporary)
      throws Exception {
    copy(Shared.path("everyday"), temporary);
    Path file = Shared.path("everyday/expected.json");
    int judged = 0;
    for (Value row : Json.parse("everyday", Files.readAllBytes(file)).elements()) {
      List<String> words = words(row);
      if (words.getFirst().equals("conftest") && words.contains("--rego-version")) {
        List<String> rest = words.subList(1, words.size());
        check(row, rest, temporary);
        Ran old = Ran.in(temporary, Map.of(), withoutVersion(words));
        assertThat(old.stdout()).as("%s", words).isEqualTo(row.text("stdout"));
        assertThat(old.exit()).isEqualTo(1);
        assertThat(old.stderr()).containsOnlyOnce("policy/deployment.rego: not valid in version 1");
        judged++;
      }
    }
    assertThat(judged).isEqualTo(2);
  }

  private static List<String> withoutVersion(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    int at = rest.indexOf("--rego-version");
    rest.remove(at + 1);
    rest.remove(at);
    return rest;
  }

  private static List<String> words(Value row) {
    return row.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
  }

  private static void check(Value row, List<String> words, Path folder) {
    List<String> line = new ArrayList<>(List.of("conftest"));
    line.addAll(words);
    Ran ran = Ran.in(folder, Map.of(), line);
    String exit = row.get("exit").orElseThrow().toString();
    assertThat(String.valueOf(ran.exit())).as("%s: %s", words, ran.stderr()).isEqualTo(exit);
    // The original's order of packages and modules changes from run to run.
    String wanted = steady(row.text("stdout"));
    if (!Unordered.same(wanted, steady(ran.stdout()))) {
      assertThat(ran.stdout()).as("%s", words).isEqualTo(wanted);
    }
  }

  /// Without the version of Go, and without SARIF's rules, which are numbered as they come.
  private static String steady(String text) {
    return text.replaceAll("(\"go.version\" value=)\"[^\"]*\"", "$1")
        .replaceAll("\"rules\":\\[.*?\\],\"version\"", "\"version\"")
        .replaceAll("\"ruleIndex\":\\d+,", "");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }
}
