package dev.landwaiter.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All evaluation cases of the original, on both engines, with and without index. What does not yet
/// hold stands with its reason in `conformance/failing.txt`, which only gets shorter.
final class ConformanceTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "not"})
  void holds(String keyword) throws IOException {
    Map<String, String> known = known(keyword.isEmpty() ? "plain " : keyword + " ");
    var run = new Run(keyword.isEmpty() ? Set.of() : Set.of(keyword));
    List<Case> cases = Case.all();
    var wrong = new TreeMap<String, String>();
    for (Case one : cases) {
      Map<String, String> reasons = run.check(one);
      if (!reasons.isEmpty()) {
        wrong.put(one.id(), reasons.toString());
      }
    }
    System.out.printf(
        "conformance %s: %,d of %,d%n", keyword, cases.size() - wrong.size(), cases.size());
    var news = new ArrayList<String>();
    wrong.forEach((id, reason) -> {
      if (!known.containsKey(id)) {
        news.add(id + " | " + reason);
      }
    });
    known.keySet().stream()
        .filter(id -> !wrong.containsKey(id))
        .forEach(id -> news.add(id + " holds now: take it off the list"));
    assertThat(news).isEmpty();
  }

  private static Map<String, String> known(String prefix) throws IOException {
    var known = new TreeMap<String, String>();
    try (var stream = ConformanceTest.class.getResourceAsStream("/conformance/failing.txt")) {
      byte[] text = Optional.ofNullable(stream).orElseThrow().readAllBytes();
      for (String line : Judge.lines(new String(text, StandardCharsets.UTF_8))) {
        int end = line.lastIndexOf(" | ");
        if (line.startsWith(prefix)) {
          known.put(line.substring(prefix.length(), end), line.substring(end + 3));
        }
      }
    }
    return known;
  }
}
