package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `{key: value | body}`.
public record ObjectComprehension(Term key, Term value, Body body, Location at) implements Term {
  @Override
  public ObjectComprehension at(Location place) {
    return new ObjectComprehension(key, value, body, place);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectComprehension that
        && key.equals(that.key)
        && value.equals(that.value)
        && body.equals(that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, value, body);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
