package dev.landwaiter.policy.gatekeeper.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteFilesTest {
  private static final String EMPTY = "apiVersion: test.gatekeeper.sh/v1alpha1\nkind: Suite\n";

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("a.yaml", "sub/b.yml", "sub/deep/c.yaml", "sub/d.json", "z.yaml")) {
      var _ = Files.createDirectories(folder.resolve(name).getParent());
      var _ = Files.writeString(folder.resolve(name), EMPTY);
    }
    var _ = Files.writeString(folder.resolve("sub/other.yaml"), "kind: Pod\n");
    var _ = Files.writeString(folder.resolve("sub/list.yaml"), "[1, 2]\n");
    var _ = Files.writeString(folder.resolve("sub/empty.yaml"), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.yaml | a.yaml",
        "./a.yaml | ./a.yaml",
        ". | a.yaml z.yaml",
        "./... | a.yaml sub/b.yml sub/deep/c.yaml z.yaml",
        "... | a.yaml sub/b.yml sub/deep/c.yaml z.yaml",
        "sub | sub/b.yml",
        "sub/ | sub/b.yml",
        "./sub/... | ./sub/b.yml ./sub/deep/c.yaml",
        "sub/other.yaml | ''",
      })
  void suitesAreFound(String argument, String names) {
    SuiteFiles.Found found = new SuiteFiles(folder, true).find(argument);
    assertThat(found.problems()).isEmpty();
    assertThat(String.join(" ", found.suites().stream().map(Suite::name).toList()))
        .isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no.yaml | there is no such file or folder",
        "a.yaml/... | only folders are searched",
        "sub/d.json | names end in .yaml or .yml",
        "'' | the name of a suite is empty",
      })
  void wrongArgumentsAreProblems(String argument, String message) {
    SuiteFiles.Found found = new SuiteFiles(folder, true).find(argument);
    assertThat(found.suites()).isEmpty();
    assertThat(found.problems()).hasSize(1);
    assertThat(found.problems().getFirst().toString()).contains(message);
  }

  @Test
  void loopsOfLinksAreNotFollowed() throws IOException {
    var _ = Files.createSymbolicLink(folder.resolve("sub/loop"), folder);
    var _ = Files.createSymbolicLink(folder.resolve("self.yaml"), Path.of("self.yaml"));
    SuiteFiles.Found found = new SuiteFiles(folder, true).find("./...");
    assertThat(found.suites()).hasSize(4);
    assertThat(found.problems()).hasSize(1);
    assertThat(found.problems().getFirst().where()).isEqualTo("self.yaml");
  }

  @Test
  void deepFoldersEndWithAProblem() throws IOException {
    var _ = Files.createDirectories(folder.resolve("d/".repeat(150)));
    SuiteFiles.Found found = new SuiteFiles(folder, true).find("./...");
    assertThat(found.suites()).hasSize(4);
    assertThat(found.problems()).hasSize(1);
    assertThat(found.problems().getFirst().message()).contains("100 deep");
  }

  @Test
  void oneBrokenFileLeavesTheOthers() throws IOException {
    var _ = Files.writeString(folder.resolve("broken.yaml"), "a: [");
    var _ =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            EMPTY + "tests: [{cases: [{assertions: [{violations: 1.5}]}]}]\n");
    SuiteFiles.Found lenient = new SuiteFiles(folder, false).find(".");
    assertThat(lenient.suites()).hasSize(2);
    assertThat(lenient.problems()).hasSize(1);
    SuiteFiles.Found found = new SuiteFiles(folder, true).find(".");
    assertThat(found.suites()).hasSize(2);
    assertThat(found.problems()).hasSize(2);
    assertThat(found.problems().get(1).message())
        .isEqualTo(
            "tests[].cases[].assertions[].violations must be a whole number, \"yes\" or \"no\"");
  }
}
