package dev.landwaiter.policy.gatekeeper.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.Shared;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibrarySuitesTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allSuitesOfTheLibraryPass(boolean cel) throws SuiteException {
    Path library = Shared.path("conformance/gatekeeper-library");
    String text = Suites.text(library, "./...", "", cel);
    assertThat(text).endsWith("PASS\n\n").doesNotContain("FAIL", "SKIP");
    assertThat(text.lines().filter(line -> line.startsWith("    --- PASS: "))).hasSize(83);
    assertThat(text.lines().filter(line -> line.startsWith("--- PASS: "))).hasSize(23);
    assertThat(text.lines().filter(line -> line.startsWith("ok\t"))).hasSize(17);
  }
}
