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

/// The recorded runs of the classic linter; `differs.txt` holds those that differ, each with its
/// reason.
class RecordedHadolintTest {
  @Test
  void runsAgree() throws Exception {
    replay("hadolint", false, reasons());
  }

  /// Where the builder's view of what can be read does not count, next to nothing differs.
  @Test
  void runsAgreeWhenReadingStopsAsTheOriginalDoes() throws Exception {
    replay(
        "hadolint, stopping early",
        true,
        Map.of("DL1000-127", "the builder refuses this escape character"));
  }

  private static void replay(String name, boolean stopEarly, Map<String, String> reasons)
      throws Exception {
    Map<String, int[]> codes = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    int agree = 0;
    int all = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/hadolint/cases.jsonl"))) {
      RecordedRun run = RecordedRun.of(line, stopEarly);
      boolean same = run.agrees();
      int[] code = codes.computeIfAbsent(group(run.id()), c -> new int[2]);
      all++;
      code[1]++;
      if (same) {
        agree++;
        code[0]++;
      }
      if (same == reasons.containsKey(run.id())) {
        wrong.add(same ? run.id() + " agrees now" : run.toString());
      }
    }
    System.out.printf("%s: %d of %d agree%n", name, agree, all);
    codes.forEach((code, counts) -> {
      if (counts[0] < counts[1]) {
        System.out.printf("  %s: %d of %d%n", code, counts[0], counts[1]);
      }
    });
    assertThat(wrong).isEmpty();
  }

  private static String group(String id) {
    return id.substring(0, id.lastIndexOf('-'));
  }

  private static Map<String, String> reasons() throws Exception {
    Map<String, String> reasons = new TreeMap<>();
    try (var in =
        Objects.requireNonNull(RecordedHadolintTest.class.getResourceAsStream("differs.txt"))) {
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        int colon = line.indexOf(": ");
        reasons.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return reasons;
  }
}
