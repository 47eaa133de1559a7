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
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recorded runs of `conftest parse` on messages in the text format, which need their schemas.
class RecordedTextprotoTest {
  @TempDir Path folder;

  @Test
  void messagesLookToPoliciesAsRecorded() throws Exception {
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/conftest/cases.jsonl"))) {
      var row = (ObjectValue) Json.parse("cases.jsonl", line.getBytes(UTF_8));
      if (row.text("id").startsWith("ct-parse-textproto-")) {
        rows++;
        String found = run(row);
        boolean fails = !row.get("exit").orElseThrow().equals(Value.of(0));
        if (fails ? !found.startsWith("failed: ") : !found.equals(row.text("stdout"))) {
          wrong.add(row.text("id") + ": " + found);
        }
      }
    }
    assertThat(rows).isGreaterThan(5);
    assertThat(wrong).isEmpty();
  }

  private String run(ObjectValue row) throws IOException {
    Path here = folder.resolve(row.text("id"));
    for (Map.Entry<Value, Value> file : row.get("files").orElseThrow().members().entrySet()) {
      Path path = here.resolve(file.getKey().asText());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue().asText());
    }
    Optional<String> folders =
        row.get("env").flatMap(env -> env.get("CONFTEST_PROTO_FILE_DIRS")).map(Value::asText);
    List<InputFormat> formats =
        InputFormats.withSchemas(
            InputFormats.ALL, folders.map(here::resolve).map(List::of).orElse(List.of()));
    String name = row.get("args").orElseThrow().elements().getLast().asText();
    InputFormat format =
        formats.stream().filter(each -> each.name().equals("textproto")).findFirst().orElseThrow();
    try {
      Value value = format.read(name, Files.readAllBytes(here.resolve(name)));
      return JsonWriter.toText(value, JsonStyle.INDENTED.sorted()) + "\n";
    } catch (FormatException e) {
      return "failed: " + e.getMessage();
    }
  }
}
