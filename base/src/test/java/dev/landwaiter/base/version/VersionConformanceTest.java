package dev.landwaiter.base.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every line of the conformance files, but for those that contradict the rules we follow.
class VersionConformanceTest {
  private static final Map<String, String> ORDERS =
      Map.ofEntries(
          Map.entry("alpine-versions.txt", "apk"),
          Map.entry("alpine-versions-generated.txt", "apk"),
          Map.entry("cran-versions.txt", "cran"),
          Map.entry("cran-versions-generated.txt", "cran"),
          Map.entry("debian-versions.txt", "deb"),
          Map.entry("debian-versions-generated.txt", "deb"),
          Map.entry("hackage-versions.txt", "hackage"),
          Map.entry("maven-versions.txt", "maven"),
          Map.entry("maven-versions-generated.txt", "maven"),
          Map.entry("nuget-versions.txt", "nuget"),
          Map.entry("packagist-versions.txt", "packagist"),
          Map.entry("packagist-versions-generated.txt", "packagist"),
          Map.entry("pub-versions.txt", "pub"),
          Map.entry("pypi-versions.txt", "pep440"),
          Map.entry("pypi-versions-generated.txt", "pep440"),
          Map.entry("redhat-versions.txt", "rpm"),
          Map.entry("rubygems-versions.txt", "rubygems"),
          Map.entry("rubygems-versions-generated.txt", "rubygems"),
          Map.entry("semver-versions.txt", "go"));

  static Stream<Arguments> files() {
    return ORDERS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void followsEveryLine(String file, String orderId) throws IOException {
    VersionOrder order = VersionOrders.byId(orderId).orElseThrow();
    Map<String, String> exceptions = new HashMap<>(Contradictions.of(file));
    List<String> wrong = new ArrayList<>();
    int passed = 0;
    int excepted = 0;
    List<Sample> samples = Sample.read(file);
    for (Sample sample : samples) {
      String got = outcome(order, sample);
      if (got.equals(sample.sign())) {
        passed++;
      } else if (got.equals(exceptions.get(sample.text()))) {
        excepted++;
        exceptions.remove(sample.text());
      } else {
        wrong.add(file + ":" + sample.line() + ": " + sample.text() + " but got " + got);
      }
    }
    System.out.printf(
        "versions: %s (%s): %d of %d lines, %d contradict the rules%n",
        file, orderId, passed, samples.size(), excepted);
    assertThat(samples).isNotEmpty();
    assertThat(wrong).isEmpty();
    assertThat(exceptions).as("exceptions no longer needed").isEmpty();
  }

  @Test
  void knowsEveryFile() throws IOException {
    try (Stream<Path> files = Files.list(Shared.path("conformance/versions"))) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".txt")))
          .containsExactlyInAnyOrderElementsOf(ORDERS.keySet());
    }
  }

  private static String outcome(VersionOrder order, Sample sample) {
    try {
      return Sample.sign(order.compare(sample.left(), sample.right()));
    } catch (InvalidVersionException invalid) {
      return "invalid";
    }
  }
}
