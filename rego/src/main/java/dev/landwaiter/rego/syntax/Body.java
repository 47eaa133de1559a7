package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions that must all hold.
///
/// @param expressions at least one, except where the compiler has not yet filled it
public record Body(List<Expr> expressions, Location at) {
  public Body {
    expressions = List.copyOf(expressions);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Body that && expressions.equals(that.expressions);
  }

  @Override
  public int hashCode() {
    return expressions.hashCode();
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
