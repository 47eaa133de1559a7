package dev.landwaiter.policy.gatekeeper.cel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.JsonItems;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import dev.landwaiter.policy.gatekeeper.cel.value.Sameness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// JSON seen as values of CEL.
class JsonItemsTest {
  private final Random random = new Random(3);

  @ParameterizedTest
  @CsvSource({
    "1, int",
    "-0, int",
    "1.0, int",
    "1e3, int",
    "9223372036854775807, int",
    "-9223372036854775808, int",
    "9223372036854775808, double",
    "1.5, double",
    "1e400, double",
    "1e-400, double",
  })
  void numbersAreWholeOrNot(String text, String type) {
    assertThat(JsonItems.of(NumberValue.of(text)).typeName()).isEqualTo(type);
  }

  @Test
  void equalityIsThatOfJson() {
    for (int i = 0; i < 3_000; i++) {
      Value left = value(4);
      Value right = random.nextBoolean() ? copy(left) : value(4);
      assertThat(Sameness.same(JsonItems.of(left), JsonItems.of(right), new Meter(Meter.PER_CALL)))
          .as("%s and %s", left, right)
          .isEqualTo(left.equals(right));
    }
  }

  @Test
  void nothingIsLost() {
    for (int i = 0; i < 2_000; i++) {
      Value value = value(4);
      assertThat(back(JsonItems.of(value))).isEqualTo(value);
    }
  }

  private Value value(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> NullValue.NULL;
      case 1 -> Value.of(random.nextBoolean());
      case 2 -> Value.of((long) random.nextInt(4));
      case 3 -> NumberValue.of(random.nextInt(4) + ".5");
      case 4 -> Value.of("t" + random.nextInt(4));
      case 5 -> {
        List<Value> elements = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          elements.add(value(depth - 1));
        }
        yield new ArrayValue(elements);
      }
      default -> {
        Map<Value, Value> members = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          members.put(Value.of("k" + random.nextInt(4)), value(depth - 1));
        }
        yield new ObjectValue(members);
      }
    };
  }

  private static Value copy(Value value) {
    return back(JsonItems.of(value));
  }

  private static Value back(Item item) {
    return switch (item) {
      case Item.Null _ -> NullValue.NULL;
      case Item.Bool flag -> Value.of(flag.isTrue());
      case Item.Int number -> Value.of(number.value());
      case Item.Real real -> NumberValue.of(Double.toString(real.value()));
      case Item.Text text -> Value.of(text.value());
      case Item.Sequence list -> {
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
          elements.add(back(list.at(i)));
        }
        yield new ArrayValue(elements);
      }
      case Item.Mapping map -> {
        Map<Value, Value> members = new LinkedHashMap<>();
        for (Item key : map.keys()) {
          members.put(back(key), back(map.find(key).orElseThrow()));
        }
        yield new ObjectValue(members);
      }
      default -> throw new AssertionError(item);
    };
  }
}
