package dev.landwaiter.dockerfile.shell.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.classic.ClassicReader;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Findings that are made of what ShellCheck 0.9.0 said of the scripts of a file.
class ShellCheckTest {
  @Test
  void everyFindingStandsAtItsPlace() throws Exception {
    assertThat(findings("full", false)).isEqualTo(lines("full"));
  }

  @Test
  void theClassicLinterHasTheLastOfEachRun() throws Exception {
    assertThat(findings("classic", true)).isEqualTo(lines("classic"));
  }

  private static List<String> findings(String profile, boolean classic) throws Exception {
    Dockerfile file = new Parser().parse(text("remarks.dockerfile"));
    List<Instruction> instructions =
        classic ? ClassicReader.read(file).instructions() : file.instructions();
    List<Remark> remarks = Remark.read(text("remarks-" + profile + ".json"), 0);
    return new ShellCheck(scripts -> remarks, classic)
        .of(file, instructions).stream().map(ShellCheckTest::shown).toList();
  }

  private static String shown(Finding finding) {
    Position start = finding.span().start();
    Position end = finding.span().end();
    return "%d %s %s %d:%d-%d:%d %s"
        .formatted(
            finding.line(),
            finding.id(),
            finding.level().id(),
            start.line(),
            start.column(),
            end.line(),
            end.column(),
            finding.message());
  }

  @Test
  void isNotAskedWithoutAScript() {
    Dockerfile file = new Parser().parse("FROM a\nCMD b $c\nRUN [\"d\"]\nRUN <<E\n#!/bin/x\nE\n");
    var asked = new ArrayList<String>();
    ShellChecker checker =
        scripts -> {
          asked.addAll(scripts);
          return List.of();
        };

    assertThat(new ShellCheck(checker, false).of(file, file.instructions())).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsSaidOfOtherScriptsOrPlacesDoesNoHarm() {
    Dockerfile file = new Parser().parse("FROM a\nRUN b\n");
    Span far = new Span(new Position(99, 99), new Position(1, 1));
    ShellChecker checker =
        scripts ->
            List.of(
                new Remark(0, far, Level.INFO, 2000, "odd\n\u001bwords."),
                new Remark(1, far, Level.INFO, 2001, "nothing"),
                new Remark(-1, far, Level.INFO, 2002, "nothing"));

    assertThat(new ShellCheck(checker, false).of(file, file.instructions()).stream())
        .extracting(ShellCheckTest::shown)
        .containsExactly("2 SC2000 info 2:6-2:6 odd  words");
  }

  @Test
  void readsTheFormOfItsOutput() throws FormatException {
    String json =
        """
        {"comments": [{"file": "3", "line": 2, "endLine": 3, "column": 4, "endColumn": 5,
          "level": "warning", "code": 2154, "message": "m", "fix": null}]}
        """;

    assertThat(Remark.read(json, 10))
        .containsExactly(
            new Remark(
                13, new Span(new Position(2, 4), new Position(3, 5)), Level.WARNING, 2154, "m"));
    assertThat(Remark.read("{\"comments\": []}", 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "y\ny\n", "{", "[]", "{}", "{\"comments\": 1}", "{\"comments\": [1]}"})
  void otherOutputIsRefused(String output) {
    assertThatThrownBy(() -> Remark.read(output, 0)).isInstanceOf(FormatException.class);
  }

  private static List<String> lines(String profile) throws IOException {
    return text("remarks-" + profile + ".txt").lines().toList();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = ShellCheckTest.class.getResourceAsStream("/shell/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}
