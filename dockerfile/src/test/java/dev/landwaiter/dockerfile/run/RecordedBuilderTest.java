package dev.landwaiter.dockerfile.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The recorded runs of the builder's checks; `builder-differs.txt` holds those that differ, each
/// with its reason.
class RecordedBuilderTest {
  @Test
  void runsAgree() throws Exception {
    Map<String, String> reasons = reasons();
    List<String> wrong = new ArrayList<>();
    int agree = 0;
    int all = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/buildkit/lint-cases.jsonl"))) {
      BuilderRun run = BuilderRun.of(line);
      all++;
      agree += run.agrees() ? 1 : 0;
      if (run.agrees() == reasons.containsKey(run.id())) {
        wrong.add(run.agrees() ? run.id() + " agrees now" : run.toString());
      }
    }
    System.out.printf("builder: %d of %d agree%n", agree, all);
    assertThat(wrong).isEmpty();
  }

  private static Map<String, String> reasons() throws Exception {
    Map<String, String> reasons = new TreeMap<>();
    try (var in =
        Objects.requireNonNull(
            RecordedBuilderTest.class.getResourceAsStream("builder-differs.txt"))) {
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        int colon = line.indexOf(": ");
        reasons.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return reasons;
  }
}
