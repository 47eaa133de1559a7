package dev.landwaiter.rego.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.parse.ParserSettings;
import dev.landwaiter.testing.CaseLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoaderTest {
  private static final LoadSettings SETTINGS =
      new LoadSettings(ParserSettings.of(RegoVersion.V1), List.of(), false);

  @TempDir Path folder;

  private static Stream<String> cases() throws Exception {
    return CaseLines.of("/load/cases.jsonl").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void filesBecomeModulesAndDocuments(String line) throws Exception {
    Value one = Json.parse("case", line);
    for (Map.Entry<Value, Value> file : one.get("files").orElseThrow().members().entrySet()) {
      Path path = folder.resolve(file.getKey().asText());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue().asText());
    }
    Value data;
    Set<String> modules;
    try {
      var loader = new Loader(folder, SETTINGS, ArchiveReader.NONE);
      if (one.get("bundle").isPresent()) {
        Bundle bundle = loader.bundle(one.text("bundle"));
        data = bundle.data();
        modules = bundle.modules().keySet();
      } else {
        List<String> paths = new ArrayList<>();
        one.get("paths").orElseThrow().elements().forEach(path -> paths.add(path.asText()));
        Loaded loaded = loader.load(paths);
        data = loaded.data();
        modules = loaded.modules().keySet();
      }
    } catch (LoadException e) {
      assertThat(e.getMessage()).isEqualTo(one.text("error"));
      return;
    }
    assertThat(one.text("error")).isEmpty();
    assertThat(data).isEqualTo(one.get("data").orElseThrow());
    assertThat(modules)
        .containsExactlyElementsOf(
            one.get("modules").orElseThrow().elements().stream().map(Value::asText).toList());
  }

  @Test
  void linksInCirclesAreAnError() throws Exception {
    Files.createDirectories(folder.resolve("d/e"));
    Files.createSymbolicLink(folder.resolve("d/e/up"), folder.resolve("d"));
    var loader = new Loader(folder, SETTINGS, ArchiveReader.NONE);
    assertThatThrownBy(() -> loader.load(List.of("d")))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("d/e/up: a link to a folder that it stands in");
  }

  @Test
  void linksElsewhereAreFollowed() throws Exception {
    Files.createDirectories(folder.resolve("d"));
    Files.createDirectories(folder.resolve("other"));
    Files.writeString(folder.resolve("other/data.json"), "1");
    Files.createSymbolicLink(folder.resolve("d/one"), folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve("d/two"), folder.resolve("other"));
    Loaded loaded = new Loader(folder, SETTINGS, ArchiveReader.NONE).load(List.of("d"));
    assertThat(loaded.data()).isEqualTo(Json.parse("", "{\"one\": 1, \"two\": 1}"));
  }

  @Test
  void linksToNothingAreAnErrorWhereTheyCount() throws Exception {
    Files.createDirectories(folder.resolve("d"));
    Files.createSymbolicLink(folder.resolve("d/a.json"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve("d/note.txt"), folder.resolve("gone"));
    var loader = new Loader(folder, SETTINGS, ArchiveReader.NONE);
    assertThatThrownBy(() -> loader.load(List.of("d")))
        .hasMessage("1 error occurred during loading: open d/a.json: no such file or directory");
  }
}
