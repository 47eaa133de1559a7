package dev.landwaiter.policy.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.policy.input.all.InputFormats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each format makes of a text, as data: a line with `=== ` and a title, the text (`␍` is a
/// carriage return, `␉` a tab, `␄` ends a text without a line break), a line with `---> ` and the
/// value or the problem, and lines with `@ ` that tell where a path leads to.
class FormatCasesTest {
  private static final List<String> FORMATS =
      List.of(
          "dockerfile",
          "dotenv",
          "edn",
          "hocon",
          "ignore",
          "ini",
          "json",
          "jsonc",
          "properties",
          "toml",
          "xml",
          "yaml");

  record Case(String format, String title, String text, String result, List<String> places) {
    @Override
    public String toString() {
      return format + ": " + title;
    }
  }

  static Stream<Case> cases() throws Exception {
    List<Case> cases = new ArrayList<>();
    for (String format : FORMATS) {
      List<String> lines = lines("/input/" + format + ".txt");
      for (int i = 0; i < lines.size(); ) {
        String title = lines.get(i++).substring("=== ".length());
        var text = new StringBuilder();
        while (!lines.get(i).startsWith("---> ")) {
          text.append(lines.get(i++)).append('\n');
        }
        String result = lines.get(i++).substring("---> ".length());
        List<String> places = new ArrayList<>();
        while (i < lines.size() && lines.get(i).startsWith("@ ")) {
          places.add(lines.get(i++).substring("@ ".length()));
        }
        cases.add(new Case(format, title, unmarked(text.toString()), result, places));
      }
    }
    return cases.stream();
  }

  private static List<String> lines(String resource) throws IOException {
    try (var in = FormatCasesTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  private static String unmarked(String text) {
    int end = text.indexOf('␄');
    return (end < 0 ? text : text.substring(0, end)).replace('␍', '\r').replace('␉', '\t');
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRead(Case each) throws Exception {
    InputFormat format = InputFormats.named(each.format).orElseThrow();
    byte[] text = each.text.getBytes(UTF_8);
    assertThat(result(format, text)).isEqualTo(each.result);
    for (String place : each.places) {
      int colon = place.indexOf(": ");
      var path = Json.parse("path", place.substring(0, colon)).elements();
      var spot = format.locator("f", text).find(path);
      Position at = spot.span().start();
      assertThat(at.line() + ":" + at.column() + (spot.depth() < path.size() ? " not all" : ""))
          .as(place)
          .isEqualTo(place.substring(colon + 2));
    }
  }

  private static String result(InputFormat format, byte[] text) {
    try {
      return JsonWriter.toText(format.read("f", text), JsonStyle.COMPACT.withoutHtmlEscapes());
    } catch (FormatException e) {
      Problem problem = e.problem();
      return problem.position().map(at -> at.line() + ":" + at.column() + " ").orElse("")
          + problem.message()
          + (problem.hint().isEmpty() ? "" : "; " + problem.hint());
    }
  }
}
