package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Values in which some nodes are others than they should be.
public final class Shaken {
  private static final List<Value> OTHERS =
      List.of(
          NullValue.NULL,
          Value.of(true),
          Value.of(-1),
          NumberValue.of("1e400"),
          NumberValue.of("1.5"),
          Value.of(""),
          Value.of("a.b[c: *].d"),
          Value.of("\u0000\ud800"),
          ArrayValue.EMPTY,
          ArrayValue.of(NullValue.NULL, Value.of("x"), ArrayValue.EMPTY),
          ObjectValue.EMPTY);

  private final Random chance;
  private final int oneIn;

  private Shaken(Random chance, int oneIn) {
    this.chance = chance;
    this.oneIn = oneIn;
  }

  /// The object with about one of so many nodes below it replaced, or left out.
  public static ObjectValue of(ObjectValue object, Random chance, int oneIn) {
    return (ObjectValue) new Shaken(chance, oneIn).below(object);
  }

  private Value shaken(Value value) {
    return chance.nextInt(oneIn) == 0 ? OTHERS.get(chance.nextInt(OTHERS.size())) : below(value);
  }

  private Value below(Value value) {
    return switch (value) {
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        object
            .members()
            .forEach((key, member) -> {
              if (chance.nextInt(oneIn * 2) > 0) {
                var _ = draft.put(key, shaken(member));
              }
            });
        yield draft.finish();
      }
      case ArrayValue array -> {
        List<Value> elements = new ArrayList<>();
        array.elements().forEach(element -> elements.add(shaken(element)));
        yield new ArrayValue(elements);
      }
      default -> value;
    };
  }
}
