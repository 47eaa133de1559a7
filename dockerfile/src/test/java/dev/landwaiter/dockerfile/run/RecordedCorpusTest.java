package dev.landwaiter.dockerfile.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.testing.Programs;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files beside what the classic linter says of them.
class RecordedCorpusTest {
  /// What is right, too much and missing.
  private static final class Count {
    private int same;
    private int extra;
    private int missing;
  }

  private static final Linter LINTER =
      new Linter(
          Linter.Options.of(Configuration.DEFAULT, Profile.CLASSIC, LocalDate.of(2026, 1, 1)));

  @TempDir private Path folder;

  @Test
  void findingsAgree() throws Exception {
    Path archive = Shared.path("corpora/dockerfiles-dev.tar.zst");
    Programs.run(folder, "tar", "--zstd", "-xf", archive.toString());
    Map<String, Set<String>> wanted = new HashMap<>();
    Set<String> unread = new HashSet<>();
    for (String line : Files.readAllLines(Shared.path("corpora/dockerfiles-dev.hadolint.tsv"))) {
      String[] parts = line.split("\t", -1);
      if (parts[3].equals(Linted.UNREADABLE)) {
        unread.add(parts[0]);
      } else if (parts[3].startsWith("DL")) {
        wanted
            .computeIfAbsent(parts[0], file -> new HashSet<>())
            .add(parts[1] + " " + parts[3] + " " + parts[4]);
      }
    }
    Map<String, Count> codes = new TreeMap<>();
    Count all = new Count();
    for (Path file : files()) {
      String name = folder.relativize(file).toString();
      if (!unread.contains(name)) {
        compare(name, wanted.getOrDefault(name, Set.of()), found(file), codes, all);
      }
    }
    double precision = (double) all.same / (all.same + all.extra);
    double recall = (double) all.same / (all.same + all.missing);
    System.out.printf(
        "corpus: %d findings agree, precision %.4f, recall %.4f%n", all.same, precision, recall);
    codes.forEach((code, count) -> {
      if (count.extra + count.missing > 0) {
        System.out.printf(
            "  %s: %d agree, %d too many, %d missing%n",
            code, count.same, count.extra, count.missing);
      }
    });
    assertThat(precision).isGreaterThanOrEqualTo(0.99);
    assertThat(recall).isGreaterThanOrEqualTo(0.99);
  }

  private List<Path> files() throws Exception {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Set<String> found(Path file) throws Exception {
    Set<String> found = new HashSet<>();
    for (Finding each : LINTER.lint("Dockerfile", Files.readAllBytes(file)).linted().findings()) {
      found.add("%d %s %s".formatted(each.line(), each.id(), each.level().id()));
    }
    return found;
  }

  private static void compare(
      String name, Set<String> wanted, Set<String> found, Map<String, Count> codes, Count all) {
    Set<String> both = new HashSet<>(wanted);
    both.addAll(found);
    for (String each : both) {
      Count code = codes.computeIfAbsent(each.split(" ", -1)[1], c -> new Count());
      for (Count count : List.of(code, all)) {
        if (!wanted.contains(each)) {
          count.extra++;
        } else if (found.contains(each)) {
          count.same++;
        } else {
          count.missing++;
        }
      }
      if (!wanted.contains(each) || !found.contains(each)) {
        System.out.printf("  %s: %s %s%n", name, wanted.contains(each) ? "missing" : "extra", each);
      }
    }
  }
}
