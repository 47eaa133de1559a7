package dev.landwaiter.policy.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.all.InputFormats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts of a few megabytes whose pieces never end: each is refused at once, while a reader that
/// looks for the end anew from every piece would take minutes.
class LongInputTest {
  private static final int SIZE = 4_000_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '^',
      value = {
        "dotenv → A=\" → x¶",
        "dotenv → A=' → x¶",
        "ini → a=\"\"\" → x¶",
        "ini → a=` → x¶",
        "nginx → a → ${",
        "nginx → a_by_lua_block { → \"--[[",
        "vcl → acl a → {",
        "hcl2 → x = \" → ${a}",
        "hcl2 → x = <<E¶ → E a¶",
        "hcl1 → x = <<-E¶ → E a¶",
        "hcl1 → x = \" → ${a}",
        "spdx → SPDXVersion: <text> → </text¶",
        "cyclonedx → <bom → a='",
      })
  void textsWithoutEndAreRefused(String format, String start, String piece) {
    String text = start + piece.repeat(SIZE / piece.length());
    byte[] bytes = text.replace('¶', '\n').getBytes(UTF_8);
    InputFormat reader = InputFormats.named(format).orElseThrow();
    assertThatThrownBy(() -> reader.read("x", bytes)).isInstanceOf(FormatException.class);
    assertThat(reader.locator("x", bytes)).isNotNull();
  }
}
