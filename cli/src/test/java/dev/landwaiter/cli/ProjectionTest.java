package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.Projection;
import dev.landwaiter.cli.agreement.Unpacked;
import dev.landwaiter.scan.database.DatabaseBuild;
import dev.landwaiter.scan.database.FactSource;
import dev.landwaiter.scan.database.SourceSummary;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database of our own, built from the facts that Trivy's recorded database was made of, holds
/// the same rows and gives the same findings on every shared image.
class ProjectionTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final int ROWS = 418_429;

  /// The lines as one source; who stands behind the buckets is taken from the recording, as no line
  /// says it.
  private record Lines(Path trivy) implements FactSource {
    @Override
    public String name() {
      return "projection";
    }

    @Override
    public SourceSummary read(FactSink sink) throws IOException {
      long[] count = {0};
      FactSink counted =
          (bucket, group, key, json) -> {
            count[0]++;
            sink.accept(bucket, group, key, json);
          };
      Projection.read(counted);
      TrivyFacts.read(
          trivy,
          (bucket, group, key, json) -> {
            if (bucket.equals("data-source")) {
              counted.accept(bucket, group, key, json);
            }
          });
      return new SourceSummary(NOW, count[0], List.of());
    }
  }

  @Test
  void theSameRowsAndTheSameFindingsOnAllImages(@TempDir Path temporary) throws Exception {
    Unpacked.into(temporary, "conformance/trivy-recorded.tar.zst");
    Path trivy = temporary.resolve("trivy-recorded/projection/db/trivy.db");
    Path ours = temporary.resolve("ours/index/projection.idx");
    var built = new DatabaseBuild(NOW).build(List.of(new Lines(trivy)), ours);
    assertThat(built.contradictions()).isZero();
    assertThat(built.info().sources().getFirst().facts()).isEqualTo(ROWS);

    assertThat(differences(trivy, ours)).isEmpty();
    assertThat(Files.size(ours)).isLessThan(Files.size(trivy) / 2);

    int found = 0;
    for (Path image : images()) {
      Map<String, String> byDatabase = new TreeMap<>();
      for (Path cache :
          List.of(temporary.resolve("trivy-recorded/projection"), temporary.resolve("ours"))) {
        byDatabase.put(findings(temporary, cache, image), cache.toString());
      }
      assertThat(byDatabase.keySet()).as(image.toString()).hasSize(1);
      found += byDatabase.toString().split("VulnerabilityID", -1).length - 1;
    }
    System.out.println("findings of both databases: " + found);
    assertThat(found).isGreaterThan(500);
  }

  private static List<String> differences(Path trivy, Path index) throws Exception {
    Map<String, byte[]> rows = new HashMap<>();
    TrivyFacts.read(trivy, (bucket, group, key, json) -> rows.put(place(bucket, group, key), json));
    assertThat(rows).hasSize(ROWS);
    List<String> differences = new ArrayList<>();
    IndexDatabase.facts(
        index,
        (bucket, group, key, json) -> {
          byte[] wanted = rows.remove(place(bucket, group, key));
          if (wanted == null) {
            differences.add("more: " + place(bucket, group, key));
          } else if (!parsed(wanted).equals(parsed(json))) {
            differences.add(
                "%s: %s, not %s"
                    .formatted(
                        place(bucket, group, key),
                        new String(json, StandardCharsets.UTF_8),
                        new String(wanted, StandardCharsets.UTF_8)));
          }
        });
    rows.keySet().forEach(place -> differences.add("missing: " + place));
    return differences.stream().sorted().toList();
  }

  private static String place(String bucket, String group, String key) {
    return String.join("\t", bucket, group, key);
  }

  private static Value parsed(byte[] json) {
    try {
      return Json.parse("row", json);
    } catch (FormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> images() throws IOException {
    try (var files = Files.list(Shared.path("images"))) {
      return files.sorted().toList();
    }
  }

  private static String findings(Path temporary, Path cache, Path image) throws IOException {
    String name = String.valueOf(image.getFileName());
    List<String> words = new ArrayList<>(List.of("trivy"));
    if (name.endsWith(".docker.tar.gz")) {
      words.addAll(List.of("image", "--input", image.toString()));
    } else {
      Path folder = temporary.resolve("images").resolve(name);
      if (!Files.exists(folder)) {
        Files.createDirectories(folder);
        Unpacked.into(folder, "images/" + name);
      }
      words.addAll(
          name.endsWith(".oci.tar")
              ? List.of("image", "--input", folder.toString())
              : List.of("rootfs", folder.toString()));
    }
    words.addAll(
        List.of(
            "--cache-dir",
            cache.toString(),
            "--scanners",
            "vuln",
            "--skip-db-update",
            "--skip-java-db-update",
            "--offline-scan",
            "-q",
            "-f",
            "json"));
    Ran ran = Ran.in(temporary, Map.of("HOME", temporary.toString(), "TZ", "UTC"), words);
    assertThat(ran.exit()).as(image + ": " + ran.stderr()).isZero();
    return parsed(ran.stdout().getBytes(StandardCharsets.UTF_8)).get("Results").toString();
  }
}
