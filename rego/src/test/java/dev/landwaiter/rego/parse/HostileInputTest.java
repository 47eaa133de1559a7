package dev.landwaiter.rego.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.Source;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.TermText;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
  private static final int SMALL_STACK = 512 * 1024;

  private static final String POLICY =
      """
      # METADATA
      # title: a
      package a.b["c"]

      import data.x as y
      import rego.v1

      default p := {"a": [1, 2.5e3, null]}
      p := x if { some x in input.xs; not x == -1 } else := $"t {x} \\{ {[1 | true]}" if true
      q contains {k: v | some k, v in y} if every z in input.z { z > 0 }
      f(x, [_, {"k": w}]) := (x + w) * 2 if w in {1, 2} with input.a as `raw
      text`
      r["if"].b[i] := data[i].x.y(1)[0] if i := {a | b}[_]
      """;

  /// Reads with a small stack; answers what was thrown but a Rego error.
  private static @Nullable Throwable trouble(String text, RegoVersion version) {
    var found = new AtomicReference<@Nullable Throwable>();
    var thread =
        new Thread(
            null,
            () -> {
              try {
                readAll(text, version);
              } catch (Throwable e) {
                found.set(e);
              }
            },
            "small stack",
            SMALL_STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
    return found.get();
  }

  private static void readAll(String text, RegoVersion version) {
    var source = new Source("t.rego", text);
    ParserSettings settings = ParserSettings.of(version).annotations(true);
    try {
      Module module = Parser.parseModule(source, settings);
      var identity = new Rewriting();
      for (Rule rule : module.rules()) {
        assertThat(TermText.of(identity.rule(rule))).isEqualTo(TermText.of(rule));
      }
      new ModuleJson(true, true).of(module);
      NodeTree.of(module);
    } catch (RegoException e) {
      assertThat(e.errors()).isNotEmpty();
    }
    try {
      TermText.of(Parser.parseQuery(source, settings));
    } catch (RegoException e) {
      assertThat(e.errors()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "(",
        "{\"a\":",
        "f(",
        "a[",
        "[x |",
        "{x |",
        "{x: y |",
        "-",
        "not ",
        "$\"{",
        "every x in xs {",
        "some x in [",
        "{a | {",
        "1 + (",
        "a.b(",
        "x := [",
        "[[1] + ",
        "{[1] | "
      })
  void nestedDeeply(String opening) {
    for (int depth : List.of(50, 290, 400, 3_000)) {
      String text = opening.repeat(depth);
      assertThat(trouble("package a\np := " + text, RegoVersion.V1)).isNull();
      assertThat(trouble("package a\np if { " + text, RegoVersion.V1)).isNull();
      assertThat(trouble("package a\np { " + text, RegoVersion.V0)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[|]",
        "{|}",
        "(|)",
        "f(|)",
        "[1|]",
        "{\"a\": |}",
        "[x | x := |]",
        "g(1)[|]",
        "{1, |}"
      })
  void nestedDeeplyAndClosed(String brackets) {
    int hole = brackets.lastIndexOf('|');
    for (int depth : List.of(10, 40, 90, 250, 1_000, 3_000)) {
      String text =
          brackets.substring(0, hole).repeat(depth)
              + "1"
              + brackets.substring(hole + 1).repeat(depth);
      assertThat(trouble("package a\np := " + text, RegoVersion.V1)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" + 1", " | x", " in x", "(1)", "[0]", " == 1", " and x", ".a", "; x"})
  void longChains(String link) {
    for (int length : List.of(100, 3_000)) {
      assertThat(trouble("package a\np if x" + link.repeat(length), RegoVersion.V1)).isNull();
      assertThat(trouble("package a\np { x" + link.repeat(length) + "}", RegoVersion.V0)).isNull();
    }
  }

  @Test
  void longElseChains() {
    for (int length : List.of(100, 3_000)) {
      String text = "package a\np := 1 if x" + " else := 2 if y".repeat(length);
      assertThat(trouble(text, RegoVersion.V1)).isNull();
    }
  }

  @Test
  void whatIsTooDeepIsSaidSo() throws RegoException {
    String text = "p := " + "[".repeat(10_000);
    try {
      Parser.parseModule(
          new Source("t.rego", "package a\n" + text), ParserSettings.of(RegoVersion.V1));
    } catch (RegoException e) {
      assertThat(e.getMessage()).contains("max parsing recursion depth exceeded");
      return;
    }
    throw new AssertionError("nothing was said");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\uFEFF",
        "\uFEFF\uFEFF",
        "\uD800",
        "package a\np := \uDC80",
        "\"",
        "`",
        "$",
        "$\"",
        "$`{",
        "package",
        "package a.",
        "import",
        "1e999999999999",
        "package a\np := 1e100000000",
        "package a\np := 0.000000000001e-2147483648",
        "#",
        "# METADATA",
        "\r",
        "package \u00e9"
      })
  void oddTexts(String text) {
    for (RegoVersion version : RegoVersion.values()) {
      assertThat(trouble(text, version)).isNull();
      assertThat(trouble("package a\np := " + text, version)).isNull();
    }
  }

  /// Texts that are nearly right, made from a seed.
  @Test
  void mutations() {
    IntStream.range(0, 500)
        .forEach(seed -> {
          String text = mutated(new Random(seed));
          RegoVersion version = List.of(RegoVersion.values()).get(seed % 3);
          assertThat(trouble(text, version)).as("seed %s: %s", seed, text).isNull();
        });
  }

  private static String mutated(Random random) {
    var text = new StringBuilder(POLICY);
    String odd = "[]{}()|.,:;=!\"`$\\# \n\t-+*1a_\u0000\u00e9\uD800\uFEFF";
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, odd.charAt(random.nextInt(odd.length())));
        case 2 -> text.setCharAt(at, odd.charAt(random.nextInt(odd.length())));
        default -> {
          int end = Math.min(text.length(), at + random.nextInt(1, 60));
          text.insert(random.nextInt(text.length()), text.substring(at, end));
        }
      }
    }
    return text.toString();
  }
}
