package dev.landwaiter.base.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Small values of every kind, the same for the same seed; small so that equal ones are met often.
public final class RandomValues {
  private static final String[] TEXTS = {
    "",
    "a",
    "b",
    "ab",
    "yes",
    "1",
    "null",
    "~",
    "a: b",
    "- a",
    "# x",
    "<&>",
    "\"",
    "\\",
    "é",
    "\u2028",
    "\ue000",
    "\ud83d\ude00",
    "\n",
    "\t",
    "\b\f\u0001",
    " lead",
    "{{",
    "*a",
    "&a",
    "%",
    "@",
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "1",
    "1.0",
    "10e-1",
    "1.5",
    "-1.5",
    "15e-1",
    "2",
    "-3",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "123456789012345678",
    "0.1",
    "1E3",
    "1000",
  };

  private final SplittableRandom random;
  private final boolean jsonOnly;

  /// @param jsonOnly whether sets, and keys that are no texts, are left out
  public RandomValues(long seed, boolean jsonOnly) {
    this.random = new SplittableRandom(seed);
    this.jsonOnly = jsonOnly;
  }

  public Value next() {
    return next(3);
  }

  private Value next(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : jsonOnly ? 6 : 7)) {
      case 0 -> NullValue.NULL;
      case 1 -> Value.of(random.nextBoolean());
      case 2 -> NumberValue.of(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 3 -> text();
      case 4 -> new ArrayValue(several(depth));
      case 5 -> {
        Map<Value, Value> members = new LinkedHashMap<>();
        for (Value value : several(depth)) {
          members.put(jsonOnly ? text() : next(depth - 1), value);
        }
        yield new ObjectValue(members);
      }
      default -> new SetValue(new TreeSet<>(several(depth)));
    };
  }

  private Value text() {
    return Value.of(TEXTS[random.nextInt(TEXTS.length)]);
  }

  private List<Value> several(int depth) {
    List<Value> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(next(depth - 1));
    }
    return values;
  }
}
