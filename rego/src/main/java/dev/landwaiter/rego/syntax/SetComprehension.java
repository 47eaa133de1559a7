package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `{head | body}`.
public record SetComprehension(Term head, Body body, Location at) implements Term {
  @Override
  public SetComprehension at(Location place) {
    return new SetComprehension(head, body, place);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SetComprehension that
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
