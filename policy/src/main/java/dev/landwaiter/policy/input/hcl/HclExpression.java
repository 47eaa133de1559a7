package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Optional;

/// An expression of HCL's native syntax, as far as it is told apart when it becomes JSON.
sealed interface HclExpression {
  int from();

  int to();

  /// A number, a truth value or null; a number in words of JSON.
  record Literal(Value value, int from, int to) implements HclExpression {}

  /// A piece of a template that stands for itself, decoded.
  record Text(String text, int from, int to) implements HclExpression {}

  /// A quoted text or a here-document.
  record Template(List<HclExpression> parts, int from, int to) implements HclExpression {}

  /// A quoted text that is one interpolation and nothing else.
  record Wrapped(HclExpression inner, int from, int to) implements HclExpression {}

  record Tuple(List<HclExpression> elements, int from, int to) implements HclExpression {}

  record Pairs(List<Pair> pairs, int from, int to) implements HclExpression {}

  record Pair(HclExpression key, HclExpression value) {}

  /// `-` or `!` before something.
  record Unary(char operator, HclExpression operand, int from, int to) implements HclExpression {}

  /// A name with steps that are all fixed, such as `a.b[0]`.
  record Traversal(int from, int to) implements HclExpression {}

  /// `condition ? yes : no`, or the directive `if` of a template.
  record Conditional(HclExpression condition, HclExpression yes, HclExpression no, int from, int to)
      implements HclExpression {}

  /// The directive `for` of a template.
  record Repeat(
      Optional<String> key, String name, HclExpression over, HclExpression body, int from, int to)
      implements HclExpression {}

  /// Everything else, which stays as it is written.
  record Other(int from, int to) implements HclExpression {}
}
