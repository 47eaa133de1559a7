package dev.landwaiter.policy.gatekeeper.cel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.policy.gatekeeper.cel.function.Functions;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Amounts against big decimals.
class QuantityTest {
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.of(
          "", BigDecimal.ONE,
          "n", new BigDecimal("1e-9"),
          "u", new BigDecimal("1e-6"),
          "m", new BigDecimal("1e-3"),
          "k", new BigDecimal("1e3"),
          "G", new BigDecimal("1e9"),
          "E", new BigDecimal("1e18"),
          "Ki", new BigDecimal("1024"),
          "Mi", new BigDecimal("1048576"),
          "e-2", new BigDecimal("1e-2"));

  private final Random random = new Random(11);

  private static Item call(String function, Item... arguments) {
    return Functions.at(function).orElseThrow().call(arguments, new Meter(Meter.PER_CALL));
  }

  /// An amount as text and as number.
  private record Amount(String text, BigDecimal number) {
    Item item() {
      return call("quantity", new Item.Text(text));
    }
  }

  private Amount amount() {
    var digits = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(7));
    String suffix = SUFFIXES.keySet().stream().sorted().toList().get(random.nextInt(10));
    BigDecimal number = digits.multiply(SUFFIXES.get(suffix));
    return new Amount(
        digits.toPlainString() + suffix,
        number.scale() > 9 ? number.setScale(9, RoundingMode.UP) : number);
  }

  @Test
  void areWhatTheirDigitsSay() {
    for (int i = 0; i < 5_000; i++) {
      Amount left = amount();
      Amount right = amount();
      assertThat(call("compareTo", left.item(), right.item()))
          .as("%s and %s", left, right)
          .isEqualTo(Item.Int.of(left.number.compareTo(right.number)));
      assertThat(call("asApproximateFloat", call("add", left.item(), right.item())))
          .isEqualTo(new Item.Real(left.number.add(right.number).doubleValue()));
      assertThat(call("sign", call("sub", left.item(), right.item())))
          .isEqualTo(Item.Int.of(left.number.subtract(right.number).signum()));
      boolean whole = left.number.stripTrailingZeros().scale() <= 0;
      boolean small = left.number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
      assertThat(call("isInteger", left.item())).isEqualTo(Item.Bool.of(whole && small));
    }
  }

  @Test
  void noTextBreaksTheReader() {
    String alphabet = "0123456789.+-eEinumkKMGTP ٣x";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Item item = new Item.Text(text.toString());
      assertThat(call("isQuantity", item))
          .isEqualTo(Item.Bool.of(!(call("quantity", item) instanceof Item.Failure)));
    }
  }
}
