package dev.landwaiter.dockerfile.output.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Xml;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.output.Hidden;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every format writes the same two files; `output/*.txt` hold what comes.
class FormatsTest {
  private static final RuleInfo RULE =
      RuleInfo.of(
          "DL3015",
          Level.INFO,
          "Packages come with others that nobody asked for",
          "They make the image larger and wider open",
          "Add --no-install-recommends to apt-get install");

  /// One way to write a report.
  record Way(String name, ReportFormat format, ReportOptions options) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static ReportOptions options(boolean classic, boolean colours, int width, String path) {
    return new ReportOptions(
        path.isEmpty() ? Optional.empty() : Optional.of(path),
        classic,
        colours,
        width,
        true,
        "0.1.0",
        "2.15.1",
        Instant.parse("2026-11-25T23:30:00Z"),
        id -> id.equals(RULE.id()) ? Optional.of(RULE) : Optional.empty());
  }

  static Stream<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (String name : Formats.CLASSIC) {
      ReportFormat format = Formats.classic(name).orElseThrow();
      ways.add(new Way("classic-" + name, format, options(true, false, 0, "")));
      ways.add(new Way("path-" + name, format, options(true, false, 0, "sub/Containerfile")));
    }
    for (String name : Formats.OWN) {
      ReportFormat format = Formats.own(name).orElseThrow();
      ways.add(new Way("own-" + name, format, options(false, false, 0, "")));
    }
    ways.add(new Way("colours", Formats.own("native").orElseThrow(), options(false, true, 70, "")));
    ways.add(
        new Way(
            "classic-colours", Formats.classic("tty").orElseThrow(), options(true, true, 0, "")));
    return ways.stream();
  }

  static Stream<Way> jsonWays() {
    return ways()
        .filter(way ->
            way.name().matches(".*-(json|gitlab_codeclimate|sonarqube|sarif|buildkit-json)"));
  }

  static Stream<Way> xmlWays() {
    return ways().filter(way -> way.name().matches(".*-(checkstyle|junit)"));
  }

  private static Span span(int line, int column, int endLine, int endColumn) {
    return new Span(new Position(line, column), new Position(endLine, endColumn));
  }

  private static Linted linted(String name, String text, Finding... findings) {
    var file = new Dockerfile(text, '\\', List.of(), List.of(), List.of(), List.of());
    return new Linted(name, file, List.of(findings), List.of());
  }

  private static Finding finding(String id, Level level, int line, Span span, String message) {
    return new Finding(id, List.of(), level, line, span, message, Optional.empty());
  }

  private static List<Linted> files() {
    Fix fix =
        new Fix(
            "--no-install-recommends is added",
            true,
            List.of(new Edit(span(3, 24, 3, 24), " --no-install-recommends")));
    Linted first =
        linted(
            "a \"b\"/<Dockerfile>",
            """
            FROM debian:12 AS 日本
            ENV A="😀" B=x
            RUN \tapt-get install -y curl
            CMD a | b
            """,
            finding("SC2086", Level.WARNING, 2, span(2, 12, 2, 15), "'B' & <other> \"names\""),
            new Finding(
                "DL3015",
                List.of("Recommends"),
                Level.INFO,
                3,
                span(3, 6, 3, 29),
                "curl comes with packages that nobody asked for",
                Optional.of(fix)),
            finding(
                "StageNameCasing", Level.STYLE, 1, span(1, 19, 1, 21), "the name is not lower"));
    Linted broken =
        linted(
            "b.Dockerfile",
            "FROM debian:12\n\tFOO bar\n",
            finding(Linted.UNREADABLE, Level.ERROR, 2, span(2, 2, 2, 5), "FOO is no instruction"));
    var hidden =
        new Hidden(
            finding("DL3007", Level.ERROR, 1, span(1, 6, 1, 12), "latest"), true, "a reason");
    return List.of(
        new Linted(first.name(), first.file(), first.source(), first.findings(), List.of(hidden)),
        broken,
        linted("c/Dockerfile", "FROM scratch\n"));
  }

  private static String write(Way way, List<Linted> files) throws IOException {
    var out = new ByteArrayOutputStream();
    way.format().write(files, way.options(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void everyFormatWritesItsForm(Way way) throws IOException {
    Golden.check("output/" + way.name() + ".txt", write(way, files()));
  }

  private static final String HOSTILE =
      "\u001b[2J\u0000\u0007<&>\"'\ud800\ufffe\u202e\u2028]]>\u009b31m\r";

  private static List<Linted> hostile() {
    Finding finding = finding("DL3000", Level.ERROR, 1, span(1, 1, 9, 9), HOSTILE);
    return List.of(
        linted(HOSTILE, "FROM " + HOSTILE, finding),
        linted(
            "b",
            HOSTILE,
            finding(
                Linted.UNREADABLE, Level.ERROR, 7, span(7, 99, 7, 99), HOSTILE + "\n" + HOSTILE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jsonWays")
  void jsonStaysJson(Way way) throws Exception {
    byte[] json = write(way, hostile()).getBytes(StandardCharsets.UTF_8);
    assertThat(Json.parse(way.name(), json)).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("xmlWays")
  void xmlStaysXml(Way way) throws Exception {
    byte[] xml = write(way, hostile()).getBytes(StandardCharsets.UTF_8);
    assertThat(Xml.parse(way.name(), xml)).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void nothingMovesTheCursorOfATerminal(Way way) throws IOException {
    String text = write(way, hostile());
    if (way.name().matches("(classic|own|path)-(tty|gnu|native|buildkit)")) {
      assertThat(text).doesNotContain("\u001b", "\u0000", "\u0007", "\u009b", "\u202e", "\r");
    } else if (!way.name().endsWith("colours")) {
      assertThat(text).doesNotContain("\u001b", "\u0007");
    }
  }

  @Test
  void noOtherNamesAreKnown() {
    assertThat(Formats.classic("native")).isEmpty();
    assertThat(Formats.own("xml")).isEmpty();
  }
}
