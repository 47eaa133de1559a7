package dev.landwaiter.base.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The quick reader and the complete one agree wherever the quick one answers.
class PlainYamlTest {
  private static final List<String> SEEDS =
      List.of(
          """
          apiVersion: v1
          kind: Pod # the smallest
          metadata:
            name: "web"
            labels: {app: web, 'tier': "front"}
          spec:
            containers:
            - name: web
              image: nginx:1.27
              args: [--port, "8080", -v]
              ports:
                - containerPort: 8080
                  protocol: TCP
            terminationGracePeriodSeconds: 30
          """,
          """
          data:
            script: |
              #!/bin/sh
              set -e

                exec "$@"
            folded: >-
              one
              two

              three
            kept: |+
              line

            text: 'it''s
              on two

              lines'
            more: "a\\tb \\
              c \\u00e9
              d"
            plain: many words
              over lines
          """,
          """
          - - a
            - b
          -
            c: [1, {d: e}, 'x']
          - f: {g: [], h: "i"}
            j:
            - k
          - yes
          - 0o17
          - ~
          """);

  private static final List<String> PIECES =
      List.of(
          ("\n| |  |:|: |- |-|#| #|\"|'|''|||>|[|]|{|}|,|&a|*a|!|\\|\\n|\t|\n---\n|...|~|1|0|yes|<<"
                  + "|? |%|@|é|\n\n|\n  |1.5|.|+|_|x: y|\u2028|\\u00e9|null|=|\r\n|\n- |:x|,:")
              .split("\\|"));

  private static Optional<Value> quick(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return PlainYaml.read(bytes, 0, bytes.length);
  }

  /// What the complete reader makes of a text with one document; empty when there are more.
  private static Optional<Value> complete(String text) throws FormatException {
    List<Value> documents = GoYaml.readAnything(text, Integer.MAX_VALUE);
    return switch (documents.size()) {
      case 0 -> Optional.of(NullValue.NULL);
      case 1 -> Optional.of(documents.getFirst());
      default -> Optional.empty();
    };
  }

  @Test
  void everydayTextsAreReadQuickly() throws Exception {
    for (String seed : SEEDS) {
      assertThat(quick(seed)).as(seed).isPresent().isEqualTo(complete(seed));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "---\na: 1\n",
        "---",
        "a:\n- b\n-\n- c: d\n",
        "a:\n\n  # note\n  b: c\n# end\n",
        "on: 1\noff: 2\n",
        "a: |\n  x",
        "a: |-\n\n  x\n\n",
        "a: 'x # y' # z\n",
        "a: b#c\n",
        "a: http://x:80/y\n",
        "a: -1\nb: - 1\n",
        "a: 1\na: 2\n",
        "\"a b\" : c\n",
        "a: [b,\n  c]\n",
        "a: 12345678901234567890\n",
        "ä: ö\n",
        "a: |\r\n  b\r\n\r\nc: d\r\n",
        "a: 1_000\nb: 1e3\nc: 0x1F\nd: 010\n"
      })
  void agreesOn(String text) {
    Optional<Value> quick = quick(text);
    if (quick.isEmpty()) {
      return;
    }
    try {
      assertThat(quick).isEqualTo(complete(text));
    } catch (FormatException e) {
      fail(text + e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x 1\n",
        "a: *x\n",
        "a: !!str 1\n",
        "a: 1\n---\nb: 2\n",
        "? a\n: b\n",
        "<<: {a: b}\n",
        "a: .inf\n",
        "null: 1\n",
        "a: 1\r",
        "\ta: 1\n",
        "a: b: c\n",
        "{a: 1}: b\n"
      })
  void leavesToTheOther(String text) {
    assertThat(quick(text)).isEmpty();
  }

  @Test
  void bytesThatAreNoCharactersAreLeftToTheOther() {
    byte[] text = {'a', ':', ' ', (byte) 0xc3, 'b', '\n'};
    assertThat(PlainYaml.read(text, 0, text.length)).isEmpty();
  }

  @Test
  void agreesOnTextsWithMistakes() {
    var random = new Random(7);
    int plain = 0;
    for (int run = 0; run < 6_000; run++) {
      var text = new StringBuilder(SEEDS.get(run % SEEDS.size()));
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
          case 1 -> text.setLength(Math.max(20, at));
          default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        }
      }
      plain += quick(text.toString()).isPresent() ? 1 : 0;
      agreesOn(text.toString());
    }
    assertThat(plain).isGreaterThan(1_000);
  }
}
