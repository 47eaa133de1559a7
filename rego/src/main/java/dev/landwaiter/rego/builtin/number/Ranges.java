package dev.landwaiter.rego.builtin.number;

import static dev.landwaiter.rego.type.Type.NUMBER;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// `numbers.range`, `numbers.range_step` and `rand.intn`.
public final class Ranges {
  private Ranges() {}

  public static List<Builtin> all() {
    Type numbers = Type.array(NUMBER);
    return List.of(
        new Builtin(
            Declaration.of("numbers.range").takes("a", NUMBER).takes("b", NUMBER).gives(numbers),
            (surroundings, arguments) -> range(surroundings, arguments, BigInteger.ONE)),
        new Builtin(
            Declaration.of("numbers.range_step")
                .takes("a", NUMBER)
                .takes("b", NUMBER)
                .takes("step", NUMBER)
                .gives(numbers),
            Ranges::rangeStep),
        new Builtin(
            Declaration.of("rand.intn")
                .takes("str", STRING)
                .takes("n", NUMBER)
                .gives(NUMBER)
                .flagged(Declaration.Flag.NONDETERMINISTIC),
            Ranges::random));
  }

  private static Value rangeStep(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    Exact.integer(arguments, 0);
    Exact.integer(arguments, 1);
    BigInteger step = Exact.integer(arguments, 2);
    if (step.signum() <= 0) {
      throw BuiltinException.failure("numbers.range_step: step must be a positive integer");
    }
    return range(surroundings, arguments, step);
  }

  private static Value range(Surroundings surroundings, Value[] arguments, BigInteger step)
      throws BuiltinException {
    BigInteger from = Exact.integer(arguments, 0);
    BigInteger to = Exact.integer(arguments, 1);
    BigInteger steps = to.subtract(from).abs().divide(step);
    long count = steps.bitLength() < Integer.SIZE - 1 ? steps.longValue() + 1 : Long.MAX_VALUE;
    if (count > Integer.MAX_VALUE - 8) {
      throw BuiltinException.halt("a range of more than the 2147483639 numbers allowed");
    }
    BigInteger move = from.compareTo(to) <= 0 ? step : step.negate();
    BigInteger last = from.add(move.multiply(steps));
    boolean small = from.bitLength() < Long.SIZE && last.bitLength() < Long.SIZE;
    long next = small ? from.longValue() : 0;
    long by = small && steps.signum() != 0 ? move.longValue() : 0;
    BigInteger big = from;
    var numbers = new Value[0];
    for (int i = 0; i < count; i++) {
      check(surroundings);
      if (i == numbers.length) {
        numbers = grown(surroundings, numbers, (int) count);
      }
      if (small) {
        numbers[i] = NumberValue.of(next);
        next += by;
      } else {
        numbers[i] = Exact.number(big);
        big = big.add(move);
      }
    }
    return ArrayValue.of(numbers);
  }

  /// Room for more numbers, counted as it is made: whoever asks for too many learns it in time.
  private static Value[] grown(Surroundings surroundings, Value[] numbers, int count)
      throws BuiltinException {
    int length = (int) Math.min(count, Math.max(1 << 16, 2L * numbers.length));
    surroundings.reserve(2L * (length - numbers.length));
    return Arrays.copyOf(numbers, length);
  }

  private static void check(Surroundings surroundings) throws BuiltinException {
    try {
      surroundings.check();
    } catch (BuiltinException e) {
      throw BuiltinException.halt(
          "numbers.range: timed out before generating all numbers in range");
    }
  }

  private record Draw(String seed, long below) {}

  /// The same number for the same text and bound within one evaluation.
  private static Value random(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String seed = Operands.string(arguments, 0);
    long below = Operands.integer(arguments, 1);
    if (below == 0) {
      return NumberValue.of(0);
    }
    var draw = new Draw(seed, below == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(below));
    return surroundings.remember(
        "rand.intn",
        draw,
        wanted -> NumberValue.of(surroundings.world().random().nextLong(wanted.below())));
  }
}
