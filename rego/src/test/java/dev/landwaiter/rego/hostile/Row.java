package dev.landwaiter.rego.hostile;

import java.util.List;
import java.util.function.Supplier;

/// Something an enemy may hand in.
///
/// @param modules texts of modules; what is asked for is `data.p.x`
/// @param input JSON
record Row(String name, Supplier<List<String>> modules, Supplier<String> input) {
  /// A rule whose value is one expression.
  static Row of(String expression) {
    return of(expression, () -> expression, () -> "null");
  }

  static Row of(String expression, Supplier<String> input) {
    return of(expression, () -> expression, input);
  }

  static Row of(String name, Supplier<String> expression, Supplier<String> input) {
    return new Row(name, () -> List.of("package p\n\nx := y if y := " + expression.get()), input);
  }

  static Row module(String name, Supplier<String> rules) {
    return new Row(name, () -> List.of("package p\n\n" + rules.get()), () -> "null");
  }

  @Override
  public String toString() {
    return name;
  }
}
