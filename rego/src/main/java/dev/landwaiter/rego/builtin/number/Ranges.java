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
    surroundings.reserve(count);
    if (count > Integer.MAX_VALUE - 8) {
      throw BuiltinException.halt("a range of more than the 2147483639 numbers allowed");
    }
    var numbers = new Value[(int) count];
    BigInteger move = from.compareTo(to) <= 0 ? step : step.negate();
    BigInteger last = from.add(move.multiply(steps));
    if (from.bitLength() < Long.SIZE && last.bitLength() < Long.SIZE) {
      long next = from.longValue();
      long by = steps.signum() == 0 ? 0 : move.longValue();
      for (int i = 0; i < numbers.length; i++) {
        check(surroundings);
        numbers[i] = NumberValue.of(next);
        next += by;
      }
      return ArrayValue.of(numbers);
    }
    BigInteger next = from;
    for (int i = 0; i < numbers.length; i++) {
      check(surroundings);
      numbers[i] = Exact.number(next);
      next = next.add(move);
    }
    return ArrayValue.of(numbers);
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
