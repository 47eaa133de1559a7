package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.testing.Corpus;
import dev.landwaiter.dockerfile.testing.Generated;
import dev.landwaiter.dockerfile.testing.Spans;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every node knows its place in the file, and nothing of the file is lost.
class SpanTest {
  @Test
  void ofRealFiles() throws IOException {
    for (Map.Entry<String, byte[]> each : Corpus.files().entrySet()) {
      check(each.getKey(), each.getValue());
    }
  }

  @Test
  void ofTheFixturesOfTheBuilder() throws IOException {
    try (Stream<Path> files = Files.walk(Shared.path("conformance/buildkit/parser"))) {
      List<Path> all = files.filter(each -> each.endsWith("Dockerfile")).toList();
      for (Path each : all) {
        check(each.toString(), Files.readAllBytes(each));
      }
    }
  }

  @Test
  void ofGeneratedFiles() {
    for (int seed = 0; seed < 5_000; seed++) {
      String text = Generated.file(seed);
      try {
        Spans.check(new Parser().parse(text));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ":\n" + text, e);
      }
    }
  }

  private static void check(String name, byte[] bytes) {
    try {
      Spans.check(new Parser().parse(bytes));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(name, e);
    }
  }
}
