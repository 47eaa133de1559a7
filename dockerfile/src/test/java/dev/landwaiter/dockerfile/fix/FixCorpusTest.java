package dev.landwaiter.dockerfile.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.run.Linter;
import dev.landwaiter.dockerfile.testing.Corpus;
import dev.landwaiter.dockerfile.testing.Fixing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What holds of every real file that is mended.
class FixCorpusTest {
  private final Linter linter = Fixing.linter();

  @Test
  void mendedFilesAreBetterAndElseTheSame() throws IOException {
    Map<String, Integer> done = new TreeMap<>();
    int changed = 0;
    for (Map.Entry<String, byte[]> each : Corpus.files().entrySet()) {
      byte[] before = each.getValue();
      Mended mended = Fixing.fix(linter, before);
      mended.done().forEach(it -> done.merge(it.finding().id(), 1, Integer::sum));
      if (mended.changed()) {
        changed++;
        isBetter(each.getKey(), before, mended);
        assertThat(keptLines(before, mended))
            .as("lines left as they are in %s", each.getKey())
            .isTrue();
        assertThat(Fixing.fix(linter, mended.content()).changed())
            .as("a second time: %s", each.getKey())
            .isFalse();
      } else {
        assertThat(mended.content()).isEqualTo(before);
      }
    }
    System.out.println("files mended: " + changed + ", by rule: " + done);
    assertThat(changed).isGreaterThan(200);
  }

  private void isBetter(String name, byte[] before, Mended mended) {
    Parser parser = new Parser();
    assertThat(parser.parse(mended.content()).troubles())
        .as(name)
        .hasSizeLessThanOrEqualTo(parser.parse(before).troubles().size());
    Map<String, Integer> was = counts(before);
    Map<String, Integer> is = counts(mended.content());
    Map<String, Integer> gone = new HashMap<>();
    mended.done().forEach(each -> gone.merge(each.finding().id(), 1, Integer::sum));
    gone.forEach((id, count) ->
        assertThat(is.getOrDefault(id, 0))
            .as("%s in %s", id, name)
            .isLessThanOrEqualTo(Math.max(0, was.getOrDefault(id, 0) - count)));
  }

  private Map<String, Integer> counts(byte[] content) {
    Map<String, Integer> counts = new HashMap<>();
    for (Finding each : linter.lint("Dockerfile", content).linted().findings()) {
      counts.merge(each.id(), 1, Integer::sum);
    }
    return counts;
  }

  /// Whether no more lines differ than the edits touch.
  private static boolean keptLines(byte[] before, Mended mended) {
    int touched = 0;
    for (Repair each : mended.done()) {
      for (Edit edit : each.finding().fix().orElseThrow().edits()) {
        touched += 1 + edit.span().end().line() - edit.span().start().line();
      }
    }
    List<String> old = lines(before);
    return old.size() - common(old, lines(mended.content())) <= touched;
  }

  private static List<String> lines(byte[] bytes) {
    return List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
  }

  /// The length of the longest common subsequence.
  private static int common(List<String> some, List<String> others) {
    int[] best = new int[others.size() + 1];
    for (String each : some) {
      int corner = 0;
      for (int i = 1; i < best.length; i++) {
        int above = best[i];
        best[i] = each.equals(others.get(i - 1)) ? corner + 1 : Math.max(above, best[i - 1]);
        corner = above;
      }
    }
    return best[others.size()];
  }
}
