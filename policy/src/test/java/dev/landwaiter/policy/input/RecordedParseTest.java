package dev.landwaiter.policy.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.all.InputFormats;
import dev.landwaiter.testing.CaseLines;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The recorded runs of `conftest parse` on one file, read and printed in this process; whole
/// command lines are replayed by the module `cli`.
class RecordedParseTest {
  @Test
  void filesLookToPoliciesAsRecorded() throws Exception {
    Set<String> listed = new HashSet<>();
    for (String line : CaseLines.of("/conftest/parse.differs.txt")) {
      listed.add(line.substring(0, line.indexOf(':')));
    }
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    int agreed = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/conftest/cases.jsonl"))) {
      var row = (ObjectValue) Json.parse("cases.jsonl", line.getBytes(UTF_8));
      Optional<InputFormat> format = format(row);
      if (format.isEmpty()) {
        continue;
      }
      rows++;
      String id = row.text("id");
      String difference = difference(row, format.get());
      agreed += difference.isEmpty() ? 1 : 0;
      if (difference.isEmpty() == listed.remove(id)) {
        wrong.add(id + ": " + (difference.isEmpty() ? "listed, but agrees" : difference));
      }
    }
    System.out.printf("conftest parse: %d of %d agree%n", agreed, rows);
    assertThat(wrong).isEmpty();
    assertThat(listed).as("listed, but not found").isEmpty();
  }

  /// The format of the only file of a run of `parse`, where we have it.
  private static Optional<InputFormat> format(ObjectValue row) {
    List<String> words =
        row.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
    if (!row.text("id").startsWith("ct-parse-")
        || row.get("files").orElseThrow().members().size() != 1) {
      return Optional.empty();
    }
    return switch (words.size()) {
      case 2 -> InputFormats.asConftest(FormatName.of(words.get(1)));
      case 4 ->
          words.get(1).equals("--parser")
              ? InputFormats.asConftest(words.get(2))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String difference(ObjectValue row, InputFormat format) {
    var file = row.get("files").orElseThrow().members().entrySet().iterator().next();
    boolean fails = !row.get("exit").orElseThrow().equals(Value.of(0));
    String found;
    try {
      Value value = format.read(file.getKey().asText(), file.getValue().asText().getBytes(UTF_8));
      found = JsonWriter.toText(value, JsonStyle.INDENTED.sorted()) + "\n";
    } catch (FormatException e) {
      return fails ? "" : "failed: " + e.getMessage();
    }
    if (fails) {
      return "should fail: " + row.text("stderr").strip() + ", but gave " + found;
    }
    return found.equals(row.text("stdout"))
        ? ""
        : "wanted " + row.text("stdout") + ", found " + found;
  }
}
