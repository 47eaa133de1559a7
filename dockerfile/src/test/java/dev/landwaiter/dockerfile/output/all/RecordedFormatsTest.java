package dev.landwaiter.dockerfile.output.all;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportOptions;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.testing.Shared;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The recorded reports of the classic linter, byte for byte: its findings, taken from its JSON
/// report, are written here in each of its forms.
class RecordedFormatsTest {
  /// What it says of itself, which is about us here.
  private static final String DESCRIPTION = "\"shortDescription\":\\{\"text\":\"[^\"]*\"}";

  record Recorded(
      String about, String format, List<Linted> files, List<String> args, String report) {
    @Override
    public String toString() {
      return format + ": " + about;
    }
  }

  static Stream<Recorded> reports() throws Exception {
    byte[] text = Files.readAllBytes(Shared.path("conformance/hadolint/formats.json"));
    List<Value> rows = Json.parse("formats.json", text).elements();
    Map<String, String> json = new HashMap<>();
    for (Value row : rows) {
      if (((ObjectValue) row).text("format").equals("json")) {
        json.put(key((ObjectValue) row), ((ObjectValue) row).text("stdout"));
      }
    }
    List<Recorded> reports = new ArrayList<>();
    for (Value each : rows) {
      var row = (ObjectValue) each;
      if (json.containsKey(key(row)) && Formats.classic(row.text("format")).isPresent()) {
        reports.add(
            new Recorded(
                row.text("about"),
                row.text("format"),
                files(row, json.getOrDefault(key(row), "")),
                args(row),
                row.text("stdout")));
      }
    }
    return reports.stream();
  }

  private static String key(ObjectValue row) {
    return row.text("about").replaceAll("no colour|default format|no-fail", "mixed severities");
  }

  private static List<String> args(ObjectValue row) {
    return row.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
  }

  private static List<Linted> files(ObjectValue row, String json) throws Exception {
    List<Linted> files = new ArrayList<>();
    ObjectValue texts = (ObjectValue) row.get("files").orElseThrow();
    for (String name : args(row)) {
      if (texts.get(name).isPresent()) {
        List<Finding> findings = new ArrayList<>();
        for (Value each : Json.parse("stdout", json.getBytes(UTF_8)).elements()) {
          var finding = (ObjectValue) each;
          if (finding.text("file").equals(name)) {
            findings.add(finding(finding));
          }
        }
        byte[] text = texts.text(name).getBytes(UTF_8);
        files.add(new Linted(name, new Parser().parse(text), findings, List.of()));
      }
    }
    return files;
  }

  private static Finding finding(ObjectValue row) {
    int line = Integer.parseInt(row.get("line").orElseThrow().toString());
    int column = Integer.parseInt(row.get("column").orElseThrow().toString());
    var place = new Position(line, column);
    return new Finding(
        row.text("code"),
        List.of(),
        Level.valueOf(row.text("level").toUpperCase(Locale.ROOT)),
        line,
        new Span(place, place),
        row.text("message"),
        Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void theReportIsWrittenAsRecorded(Recorded recorded) throws Exception {
    int path = recorded.args().indexOf("--file-path-in-report");
    var options =
        new ReportOptions(
            path < 0 ? Optional.empty() : Optional.of(recorded.args().get(path + 1)),
            true,
            !recorded.args().contains("--no-color"),
            0,
            false,
            "0.1.0",
            "2.15.1",
            Instant.parse("2026-11-25T23:30:00Z"),
            id -> Optional.empty());
    var out = new ByteArrayOutputStream();
    Formats.classic(recorded.format()).orElseThrow().write(recorded.files(), options, out);
    assertThat(out.toString(UTF_8).replaceAll(DESCRIPTION, ""))
        .isEqualTo(recorded.report().replaceAll(DESCRIPTION, ""));
  }
}
