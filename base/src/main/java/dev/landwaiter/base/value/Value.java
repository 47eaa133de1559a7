package dev.landwaiter.base.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One immutable value of the JSON model extended by sets.
///
/// The total order is Rego's: null, booleans, numbers, strings, arrays, objects, sets; inside a
/// kind by content. Equality ignores how a value was written (`1` equals `1.0`).
public sealed interface Value extends Comparable<Value>
    permits NullValue, BooleanValue, NumberValue, StringValue, ArrayValue, ObjectValue, SetValue {

  /// Position of this kind in the total order, from 0 for null to 6 for sets.
  int rank();

  /// Compares with a value of the same kind; called by [#compareTo] only.
  int compareSameKind(Value other);

  @Override
  default int compareTo(Value other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : compareSameKind(other);
  }

  /// The member of an object, or empty when this is no object or has no such member.
  default Optional<Value> get(String key) {
    return Optional.empty();
  }

  /// The text of a string member, or the empty text.
  default String text(String key) {
    return get(key).map(Value::asText).orElse("");
  }

  /// The text of a string, or the empty text for every other kind.
  default String asText() {
    return "";
  }

  /// The elements of an array or set, or no elements for every other kind.
  default List<Value> elements() {
    return List.of();
  }

  /// The members of an object in the order they were given, or none for every other kind.
  default Map<Value, Value> members() {
    return Map.of();
  }

  static Value of(String text) {
    return new StringValue(text);
  }

  static Value of(long number) {
    return NumberValue.of(number);
  }

  static Value of(boolean flag) {
    return flag ? BooleanValue.TRUE : BooleanValue.FALSE;
  }
}
