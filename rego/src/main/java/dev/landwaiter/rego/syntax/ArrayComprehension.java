package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `[head | body]`.
public record ArrayComprehension(Term head, Body body, Location at) implements Term {
  @Override
  public ArrayComprehension at(Location place) {
    return new ArrayComprehension(head, body, place);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArrayComprehension that
        && head.equals(that.head)
        && body.equals(that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(head, body);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
