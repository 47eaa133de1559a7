package dev.landwaiter.policy.input;

import dev.landwaiter.base.format.GoDouble;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Numbers as Go reads them into an `interface{}`: floats of 64 bits, written in their shortest
/// form.
public final class GoNumbers {
  private static final long EXACT = 1L << 53;

  private GoNumbers() {}

  /// The same value with all its numbers as floats; the very same when nothing changes.
  ///
  /// @throws ArithmeticException when a number is beyond the range of floats
  public static Value in(Value value) {
    return switch (value) {
      case NumberValue number -> in(number);
      case ObjectValue object -> in(object);
      case ArrayValue array -> in(array);
      default -> value;
    };
  }

  /// The float nearest to a number.
  ///
  /// @throws ArithmeticException when it is beyond the range of floats
  public static NumberValue in(NumberValue number) {
    if (number.isPlain() && number.plain() >= -EXACT && number.plain() <= EXACT) {
      return number;
    }
    double nearest = Double.parseDouble(number.text());
    if (Double.isInfinite(nearest)) {
      throw new ArithmeticException(
          "the number " + number.text() + " is too large for a float of 64 bits");
    }
    String text = GoDouble.text(nearest);
    return text.equals(number.text()) ? number : NumberValue.of(text);
  }

  @SuppressWarnings("ReferenceEquality") // identity is the point: most values stay as they are
  private static Value in(ObjectValue object) {
    Value[] changed = null;
    for (int i = 0; i < object.size(); i++) {
      Value before = object.valueAt(i);
      Value after = in(before);
      if (after != before) {
        if (changed == null) {
          changed = new Value[object.size()];
          for (int j = 0; j < changed.length; j++) {
            changed[j] = object.valueAt(j);
          }
        }
        changed[i] = after;
      }
    }
    return changed == null ? object : object.withValues(changed);
  }

  @SuppressWarnings("ReferenceEquality") // as above
  private static Value in(ArrayValue array) {
    List<Value> elements = array.elements();
    List<Value> changed = null;
    for (int i = 0; i < elements.size(); i++) {
      Value before = elements.get(i);
      Value after = in(before);
      if (after != before) {
        if (changed == null) {
          changed = new ArrayList<>(elements);
        }
        changed.set(i, after);
      }
    }
    return changed == null ? array : new ArrayValue(changed);
  }
}
