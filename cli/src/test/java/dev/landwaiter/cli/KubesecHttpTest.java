package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Command lines of `kubesec http` that end at once (`kubesec/http.json`).
class KubesecHttpTest {
  @Test
  void wrongAddressesEndAsRecorded(@TempDir Path folder) throws Exception {
    var recording =
        (ObjectValue)
            Json.parse(
                "http.json", Files.readAllBytes(Shared.path("conformance/kubesec/http.json")));
    List<String> wrong = new ArrayList<>();
    List<Value> rows = ((ArrayValue) recording.get("commandLine").orElseThrow()).elements();
    for (Value each : rows) {
      var row = (ObjectValue) each;
      List<String> words = new ArrayList<>(List.of("kubesec"));
      ((ArrayValue) row.get("args").orElseThrow())
          .elements()
          .forEach(word -> words.add(word.asText()));
      Map<String, String> environment = new TreeMap<>();
      ((ObjectValue) row.get("env").orElseThrow())
          .members()
          .forEach((name, value) -> environment.put(name.asText(), value.asText()));
      Ran ran = Ran.in(folder, environment, words);
      if (!ran.stdout().equals(text(row, "stdout"))
          || ran.exit() != Integer.parseInt(row.get("exit").orElseThrow().toString())) {
        wrong.add(text(row, "about") + ": " + ran);
      }
    }
    assertThat(rows).hasSizeGreaterThan(10);
    assertThat(wrong).isEmpty();
  }

  private static String text(ObjectValue row, String name) {
    return row.get(name).orElseThrow().asText();
  }
}
