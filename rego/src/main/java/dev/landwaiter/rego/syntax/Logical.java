package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `left and right`, `left or right` (experimental).
public record Logical(Operator operator, Operand left, Operand right, Location at)
    implements Content {
  /// Which of the two.
  public enum Operator {
    AND,
    OR
  }

  /// One side.
  ///
  /// @param explicit whether it was written in braces
  public record Operand(Body body, boolean explicit) {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Logical that
        && operator == that.operator
        && left.equals(that.left)
        && right.equals(that.right);
  }

  @Override
  public int hashCode() {
    return Objects.hash(operator, left, right);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
