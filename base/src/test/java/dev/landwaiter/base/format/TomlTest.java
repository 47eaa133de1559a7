package dev.landwaiter.base.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlTest {
  private static final String LOCK =
      """
      # a lock file
      version = 3

      [[package]]
      name = "é"
      "dotted.key" = [ 1, 2.50,
        { x = 'y' } ]

      [[package]]
      name = "b"
      big = 9223372036854775807
      hex = 0xff
      when = 2024-01-02T03:04:00Z
      day = 2024-01-02
      at = 03:04:00
      [metadata.a]
      ok = true
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsEveryType() throws FormatException {
    assertThat(Toml.parse("x", bytes(LOCK)))
        .isEqualTo(
            Json.parse(
                "x",
                """
                {"version": 3,
                 "package": [
                   {"name": "é", "dotted.key": [1, 2.5, {"x": "y"}]},
                   {"name": "b", "big": 9223372036854775807, "hex": 255,
                    "when": "2024-01-02T03:04:00Z", "day": "2024-01-02", "at": "03:04:00"}],
                 "metadata": {"a": {"ok": true}}}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "version, 2", "package/0, 4", "package/0/name, 5", "package/0/dotted.key, 6",
    "package/0/dotted.key/2, 7", "package/1, 9", "package/1/at, 15", "metadata/a/ok, 17",
  })
  void knowsWhereNodesStart(String path, int line) throws FormatException {
    var node = Toml.parseLocated("x", bytes(LOCK)).positions().at(path.split("/")).orElseThrow();
    assertThat(node.start().line()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a = 1\\na = 2, f.toml:2:1: not valid TOML",
        "a = , f.toml:1:4: not valid TOML",
        "[a, f.toml:1:3: not valid TOML",
        "a = inf, f.toml:1:1: JSON has no number for Infinity",
        "a = nan, JSON has no number for NaN",
      })
  void refuses(String text, String message) {
    assertThatThrownBy(() -> Toml.parse("f.toml", bytes(text.replace("\\n", "\n"))))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message);
  }

  @Test
  void boundsTheDepth() {
    assertThatThrownBy(() -> Toml.parse("f", bytes("a = " + "[".repeat(100_000))))
        .isInstanceOf(FormatException.class);
    String keys = "a" + ".a".repeat(100_000) + " = 1";
    assertThatThrownBy(() -> Toml.parse("f", bytes(keys))).isInstanceOf(FormatException.class);
  }
}
