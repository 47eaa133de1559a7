package dev.landwaiter.rego.builtin.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Calls of all functions give what was recorded of the original, but for those that
/// `builtin-calls/differs.txt` names with a reason.
class RecordedCallsTest {
  private final Calls calls;

  RecordedCallsTest() throws RegoException {
    calls = new Calls();
  }

  @Test
  void agrees() throws IOException, FormatException {
    Map<String, String> excused = excused();
    var wrong = new TreeMap<String, String>();
    var rows = new TreeMap<String, Integer>();
    int agreeing = 0;
    List<String> lines = Files.readAllLines(Shared.path("conformance/opa/builtins.jsonl"));
    for (String line : lines) {
      Value row = Json.parse("builtins.jsonl", line);
      String name = row.text("builtin");
      String id = name + " " + rows.merge(name, 1, Integer::sum);
      Value expected = row.get("result").orElseThrow();
      String got = calls.outcome(row.text("expr"));
      boolean same = Calls.show(expected).equals(got);
      agreeing += same ? 1 : 0;
      if (same == excused.containsKey(id)) {
        wrong.put(
            id,
            same
                ? "now agrees"
                : row.text("expr") + "\n  " + Calls.show(expected) + "\n  ours: " + got);
      }
    }
    System.out.println("builtin calls: " + agreeing + " of " + lines.size() + " agree");
    assertThat(wrong).isEmpty();
  }

  /// Why rows differ, by the function's name and the row's place among its rows.
  private static Map<String, String> excused() throws IOException {
    var excused = new TreeMap<String, String>();
    for (String line : CaseLines.of("/builtin-calls/differs.txt")) {
      int end = line.indexOf(": ");
      excused.put(line.substring(0, end), line.substring(end + 2));
    }
    return excused;
  }
}
