package dev.landwaiter.policy.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.all.InputFormats;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts nested almost as deep as formats allow are read on a small stack.
class DeepInputTest {
  private static final int STACK = 1 << 20;

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '^',
      value = {
        "hcl2 → x = → [ → 1 → ]",
        "hcl2 → x = → { a = → 1 → }",
        "hcl2 → x = → ( → 1 → )",
        "hcl2 → x = → f( → 1 → )",
        "hcl2 → x = → a[ → 1 → ]",
        "hcl2 → x = → ! → a → ^^",
        "hcl2 → x = → 1 ? 2 : → a → ^^",
        "hcl2 → ^^ → a {¶ → ^^ → }¶",
        "hcl2 → a → ^ b^ → ^ {}^ → ^^",
        "hcl1 → x = → [ → 1 → ]",
        "hcl1 → ^^ → a { → ^^ → }",
        "hcl1 → {\"a\": → {\"a\": → 1 → }",
        "nginx → ^^ → a { → ^^ → }",
        "vcl → sub x { → if { → ^^ → }",
        "textproto → # proto-message: google.protobuf.ListValue¶ → values { list_value { → ^^ → }"
            + " }",
        "cyclonedx → <bom> → <components><component> → ^^ → </component></components>",
      })
  void nestingNeedsLittleStack(
      String format, String start, String opening, String middle, String closing)
      throws InterruptedException {
    // Where one opening counts for two levels, half as many are allowed.
    int depth = Set.of("textproto", "cyclonedx", "hcl1").contains(format) ? 100 : 200;
    String text = start + opening.repeat(depth) + middle + closing.repeat(depth);
    text += format.equals("cyclonedx") ? "</bom>" : format.equals("vcl") ? "}" : "";
    text += start.startsWith("{") ? "}" : "";
    byte[] bytes = text.replace('¶', '\n').getBytes(UTF_8);
    var outcome = new AtomicReference<>("");
    var thread = new Thread(null, () -> outcome.set(outcome(format, bytes)), "small", STACK);
    thread.start();
    thread.join();
    assertThat(outcome.get()).isEqualTo("read");
  }

  private static String outcome(String format, byte[] bytes) {
    InputFormat reader = InputFormats.named(format).orElseThrow();
    try {
      reader.read("x", bytes);
      reader.locator("x", bytes);
      return "read";
    } catch (FormatException e) {
      return String.valueOf(e.getMessage());
    } catch (StackOverflowError e) {
      return "the stack overflowed";
    }
  }
}
