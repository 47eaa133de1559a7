package dev.landwaiter.rego.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All evaluation cases of the original. What does not yet hold stands with its reason in
/// `conformance/failing.txt`, which only gets shorter.
final class ConformanceTest {
  @ParameterizedTest
  @CsvSource({
    "SEARCH, PLAIN", "SEARCH, NOT", "SEARCH, SLOW", "CLOSURES, PLAIN", "CLOSURES, NOT", "CLOSURES, SLOW"
  })
  void holds(Engine engine, Mode mode) throws IOException {
    Map<String, String> known = known(engine + " " + mode + " ");
    var run = new Run(engine, mode);
    List<Case> cases = Case.all();
    var wrong = new TreeMap<String, String>();
    for (Case one : cases) {
      run.check(one).ifPresent(reason -> wrong.put(one.id(), reason));
    }
    System.out.printf(
        "%s %s: %,d of %,d%n", engine, mode, cases.size() - wrong.size(), cases.size());
    var news = new ArrayList<String>();
    wrong.forEach((id, reason) -> {
      if (!known.containsKey(id)) {
        news.add(engine + " " + mode + " " + id + ": " + reason);
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
      String text =
          new String(Optional.ofNullable(stream).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
      for (String line : Judge.lines(text)) {
        if (line.startsWith(prefix)) {
          int end = line.lastIndexOf(" | ");
          known.put(line.substring(prefix.length(), end), line.substring(end + 3));
        }
      }
    }
    return known;
  }
}
