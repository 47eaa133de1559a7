package dev.landwaiter.rego.syntax;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import org.jspecify.annotations.Nullable;

/// Null, a boolean, a number or a string. The source behind the place tells how it was written.
public record Scalar(Value value, Location at) implements Term {
  @Override
  public Scalar at(Location place) {
    return new Scalar(value, place);
  }

  public static Scalar of(String text, Location at) {
    return new Scalar(Value.of(text), at);
  }

  public static Scalar of(boolean flag, Location at) {
    return new Scalar(Value.of(flag), at);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scalar that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
