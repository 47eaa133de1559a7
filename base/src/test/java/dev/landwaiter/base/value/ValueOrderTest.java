package dev.landwaiter.base.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueOrderTest {
  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTotalAndAgreesWithEquality(long seed) {
    var random = new RandomValues(seed, false);
    List<Value> values = Stream.generate(random::next).limit(40).toList();
    for (Value a : values) {
      for (Value b : values) {
        int order = a.compareTo(b);
        assertThat(Integer.signum(order)).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.equals(b)).as("%s = %s", a, b).isEqualTo(order == 0);
        if (order == 0) {
          assertThat(a).hasSameHashCodeAs(b);
        }
        for (Value c : values) {
          if (order <= 0 && b.compareTo(c) <= 0) {
            assertThat(a.compareTo(c)).as("%s <= %s <= %s", a, b, c).isNotPositive();
          }
        }
      }
    }
  }

  @Test
  void ordersKindsAndContentsAsRegoDoes() {
    var ordered =
        List.of(
            NullValue.NULL,
            Value.of(false),
            Value.of(true),
            NumberValue.of("-1e400"),
            Value.of(-1),
            NumberValue.of("0.5"),
            Value.of(1),
            NumberValue.of("1.5"),
            NumberValue.of("9223372036854775808"),
            Value.of(""),
            Value.of("B"),
            Value.of("a"),
            Value.of("aa"),
            Value.of("\uffff"),
            Value.of("\ud83d\ude00"),
            new ArrayValue(List.of()),
            new ArrayValue(List.of(Value.of(1), Value.of(2))),
            new ArrayValue(List.of(Value.of(2))),
            ObjectValue.EMPTY,
            new SetValue(new TreeSet<>()));
    var shuffled = new ArrayList<Value>(ordered);
    Collections.reverse(shuffled);
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }
}
