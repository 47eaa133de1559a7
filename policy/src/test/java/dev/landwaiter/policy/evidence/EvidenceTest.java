package dev.landwaiter.policy.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EvidenceTest {
  private static final Path CASES =
      Path.of(System.getProperty("landwaiter.root"), "policy/src/test/resources/evidence");

  @TestFactory
  Stream<DynamicTest> pointsWhereAReaderWouldPoint() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        for (EvidenceCase one : CaseReader.read(Files.readAllLines(file))) {
          tests.add(
              DynamicTest.dynamicTest(
                  file.getFileName() + ": " + one.name(),
                  () -> assertThat(one.found()).isEqualTo(one.expected())));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(1);
    return tests.stream();
  }
}
