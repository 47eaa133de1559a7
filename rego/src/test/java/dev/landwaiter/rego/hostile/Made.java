package dev.landwaiter.rego.hostile;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts made of many pieces.
final class Made {
  private Made() {}

  static String many(int count, String between, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
  }

  /// An array of the numbers from 0 to 299.
  static String numbers() {
    return "[" + many(300, ",", Integer::toString) + "]";
  }
}
