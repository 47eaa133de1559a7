package dev.landwaiter.dockerfile.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.testing.Corpus;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Real files: they are refused where, and only where, the builder refuses them.
class CorpusTest {
  @Test
  void refusesWhatTheBuilderRefuses() throws IOException {
    Map<String, String> expected = expected();
    Map<String, String> found = new TreeMap<>();
    Corpus.files().forEach((name, bytes) -> found.put(name, BuilderAnswer.of(parse(bytes))));
    assertThat(expected).hasSize(found.size());
    assertThat(found).containsExactlyEntriesOf(expected);
  }

  private static Dockerfile parse(byte[] bytes) {
    return new Parser().parse(bytes);
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Shared.path("corpora/dockerfiles-dev.buildkit.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (!fields[0].equals("file")) {
        boolean later = fields[1].equals("ok") || fields[4].equals("build");
        expected.put(fields[0], later ? "ok" : fields[4] + "@" + fields[2]);
      }
    }
    return new TreeMap<>(expected);
  }
}
