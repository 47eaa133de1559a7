package dev.landwaiter.base.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing but [InvalidVersionException] comes out, whatever the text, and long texts end soon.
class HostileVersionTest {
  private static final String GLYPHS =
      "0123456789.-+~^_:!*xvVabrcpdev()[],<>=| \t\u0000\u00e9\u0660";

  private static final int[] LENGTHS = {10_000, 40_000};
  private static final List<String> OPERATORS =
      List.of(">=", "<", "~", "~>", "^", "[", ">1,", "==");
  private static final List<String> UNITS =
      List.of(
          "1", "0", "9", ".", "-", "~", "^", "a", "1.", "0.", "1-", "-1", "1a", "a1", "1.a-", "_p1",
          ".x", ".*", "1||", "||", "1 ", ",", "1,", "[1],", "[1,2],", "(", "<1", "! ", "\u00e9",
          ".0a", "1:", "1+", ".1", " - ");

  static Stream<VersionOrder> orders() {
    return VersionOrders.all().stream();
  }

  static Stream<Constraints> languages() {
    return Stream.concat(
        ConstraintLanguages.all().stream(),
        VersionOrders.all().stream().map(OrderedConstraints::new));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void ordersRefuseQuietly(VersionOrder order) {
    long seed = 7L;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      String a = text(random, random.nextInt(14));
      String b = random.nextBoolean() ? a : text(random, random.nextInt(14));
      boolean sound = false;
      try {
        int sign = order.compare(a, b);
        sound = order.valid(a) && order.valid(b) && (sign == 0 || !a.equals(b));
      } catch (InvalidVersionException invalid) {
        sound = !order.valid(a) || !order.valid(b);
      } catch (RuntimeException | StackOverflowError other) {
        fail(a + " | " + b, other);
      }
      if (!sound) {
        fail(order.id() + ", seed " + seed + ", round " + round + ": " + a + " | " + b);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void languagesRefuseQuietly(Constraints language) {
    long seed = 11L;
    Random random = new Random(seed);
    int read = 0;
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      String constraint = random.nextInt(4) == 0 ? ">=1.0.0" : text(random, random.nextInt(14));
      String version = random.nextInt(4) > 0 ? "1.2.3" : text(random, random.nextInt(14));
      try {
        language.matches(constraint, version);
        read++;
      } catch (InvalidVersionException invalid) {
        refused++;
      } catch (RuntimeException | StackOverflowError other) {
        fail(language.id() + ", seed " + seed + ", " + constraint + " | " + version, other);
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  /// What took quadratic time would take far longer than the limit, which is no measurement.
  @ParameterizedTest
  @MethodSource("orders")
  void longVersionsEndSoon(VersionOrder order) {
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (int length : LENGTHS) {
            for (String text : longTexts(length)) {
              try {
                order.compare(text, text + "1");
                order.compare("1" + text, "1" + text);
              } catch (InvalidVersionException invalid) {
                assertThat(invalid).hasMessageStartingWith("not a ");
              }
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void longConstraintsEndSoon(Constraints language) {
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (int length : LENGTHS) {
            for (String text : longTexts(length)) {
              constraint(language, text);
              constraint(language, OPERATORS.get(text.hashCode() & 7) + text);
            }
          }
        });
  }

  private static void constraint(Constraints language, String text) {
    try {
      language.matches(text, "1.2.3");
    } catch (InvalidVersionException invalid) {
      assertThat(invalid.getMessage()).hasSizeLessThan(300);
    }
  }

  private static List<String> longTexts(int length) {
    List<String> texts = new ArrayList<>();
    for (String unit : UNITS) {
      texts.add("1" + unit.repeat(length / unit.length()));
    }
    texts.add(text(new Random(3L), length));
    return texts;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(GLYPHS.charAt(random.nextInt(GLYPHS.length())));
    }
    return text.toString();
  }
}
