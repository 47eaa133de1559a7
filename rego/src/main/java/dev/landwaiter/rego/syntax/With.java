package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `with target as value`.
public record With(Term target, Term value, Location at) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof With that && target.equals(that.target) && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(target, value);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
