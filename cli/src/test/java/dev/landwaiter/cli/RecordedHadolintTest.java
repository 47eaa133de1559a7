package dev.landwaiter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.agreement.BareReport;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The recorded command lines of hadolint, run in this process: every form of report, and every run
/// with flags, variables or a configuration file. The module `dockerfile` replays the others.
class RecordedHadolintTest {
  record Recorded(ObjectValue row) {
    @Override
    public String toString() {
      return row.text("format") + ": " + row.text("about");
    }
  }

  static Stream<Recorded> reports() throws Exception {
    byte[] text = Files.readAllBytes(Shared.path("conformance/hadolint/formats.json"));
    return Json.parse("formats.json", text).elements().stream()
        .map(row -> new Recorded((ObjectValue) row));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void reportsAreAsRecorded(Recorded recorded, @TempDir Path folder) throws Exception {
    ObjectValue row = recorded.row();
    var files = (ObjectValue) row.get("files").orElseThrow();
    for (var file : files.members().entrySet()) {
      Files.writeString(folder.resolve(file.getKey().asText()), file.getValue().asText());
    }
    // The original is colourful wherever it writes; findings about shell text are not compared.
    Map<String, String> environment = Map.of("FORCE_COLOR", "1", "LANDWAITER_SHELLCHECK", "off");
    Ran ran = Ran.in(folder, environment, words(row, List.of()));
    assertThat(ran.stderr()).isEmpty();
    String format = row.text("format");
    assertThat(BareReport.of(format, ran.stdout()))
        .isEqualTo(BareReport.of(format, row.text("stdout")));
    assertThat(ran.exit()).isEqualTo(number(row, "exit"));
  }

  @Test
  void settingsCountAsRecorded(@TempDir Path temporary) throws Exception {
    List<String> wrong = new ArrayList<>();
    int runs = 0;
    for (String line : Files.readAllLines(Shared.path("conformance/hadolint/cases.jsonl"))) {
      String text = line.replace("%HUBWEB%", "hub.docker.com").replace("%HUB%", "docker.io");
      var row = (ObjectValue) Json.parse("cases.jsonl", text.getBytes(UTF_8));
      boolean plain =
          row.get("args").orElseThrow().elements().isEmpty()
              && row.get("config").orElseThrow() instanceof NullValue
              && row.get("env").isEmpty();
      if (!plain) {
        String why = difference(row, Files.createDirectory(temporary.resolve("row" + runs++)));
        if (!why.isEmpty()) {
          wrong.add(row.text("id") + ": " + why);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(runs).isEqualTo(310);
  }

  private static String difference(ObjectValue row, Path folder) throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), row.text("dockerfile"));
    if (row.get("config").orElseThrow() instanceof StringValue config) {
      Files.writeString(folder.resolve(".hadolint.yaml"), config.text());
    }
    Map<String, String> environment = new HashMap<>(Map.of("LANDWAITER_SHELLCHECK", "off"));
    row.get("env")
        .orElse(ObjectValue.EMPTY)
        .members()
        .forEach((name, value) -> environment.put(name.asText(), value.asText()));
    Ran ran = Ran.in(folder, environment, words(row, List.of("-f", "json")));
    if (row.get("findings").orElseThrow() instanceof NullValue) {
      return ran.exit() == number(row, "exit") && !ran.stdout().startsWith("[")
          ? ""
          : ran.toString();
    }
    List<Value> all = row.get("findings").orElseThrow().elements();
    List<String> wanted =
        all.stream()
            .map(RecordedHadolintTest::wanted)
            .filter(RecordedHadolintTest::ours)
            .sorted()
            .toList();
    List<String> found = new ArrayList<>();
    for (Value each : Json.parse("stdout", ran.stdout().getBytes(UTF_8)).elements()) {
      var finding = (ObjectValue) each;
      found.add(
          "%s:%s %s %s"
              .formatted(
                  finding.get("line").orElseThrow(),
                  finding.get("column").orElseThrow(),
                  finding.text("code"),
                  finding.text("level")));
    }
    found.removeIf(each -> !ours(each));
    found.sort(null);
    boolean shellOnly = wanted.isEmpty() && !all.isEmpty();
    boolean same = wanted.equals(found) && (shellOnly || ran.exit() == number(row, "exit"));
    return same
        ? ""
        : "wanted %s, found %s exit %d %s".formatted(wanted, found, ran.exit(), ran.stderr());
  }

  private static String wanted(Value finding) {
    List<Value> parts = finding.elements();
    return "%s:%s %s %s"
        .formatted(parts.get(0), parts.get(1), parts.get(2).asText(), parts.get(3).asText());
  }

  /// Shell findings are another program's.
  private static boolean ours(String finding) {
    return !finding.contains(" SC");
  }

  private static List<String> words(ObjectValue row, List<String> more) {
    List<String> words = new ArrayList<>(List.of("hadolint"));
    words.addAll(more);
    row.get("args").orElseThrow().elements().forEach(each -> words.add(each.asText()));
    if (!more.isEmpty()) {
      words.add("Dockerfile");
    }
    return words;
  }

  private static int number(ObjectValue row, String name) {
    return Integer.parseInt(row.get(name).orElseThrow().toString());
  }
}
