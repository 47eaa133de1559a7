package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// A structure in the making, shown as Go's JSON shows one: by the names of its fields, bytes in
/// base64, absent lists as null.
final class Structure {
  private final ObjectValue.Draft fields = new ObjectValue.Draft();

  Structure set(String name, Value value) {
    fields.put(Value.of(name), value);
    return this;
  }

  Structure set(String name, String text) {
    return set(name, Value.of(text));
  }

  Structure set(String name, long number) {
    return set(name, Value.of(number));
  }

  Structure set(String name, boolean flag) {
    return set(name, Value.of(flag));
  }

  Structure set(String name, BigInteger number) {
    return set(name, number(number));
  }

  Structure set(String name, byte[] bytes) {
    return set(name, Value.of(Structure.base64(bytes)));
  }

  /// Fields that hold no list.
  Structure none(String... names) {
    for (String name : names) {
      set(name, NullValue.NULL);
    }
    return this;
  }

  ObjectValue value() {
    return fields.finish();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Value number(BigInteger number) {
    return number.bitLength() < 64
        ? Value.of(number.longValue())
        : NumberValue.of(number.toString());
  }

  /// An array, or null when there is nothing to list.
  static <T> Value list(List<T> elements, Function<T, Value> each) {
    return elements.isEmpty() ? NullValue.NULL : array(elements, each);
  }

  static <T> Value array(List<T> elements, Function<T, Value> each) {
    return new ArrayValue(elements.stream().map(each).toList());
  }

  static Value texts(List<String> texts) {
    return list(texts, Value::of);
  }
}
