package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A negation that wraps its expression (`import future.keywords.not`).
///
/// @param explicit whether the body was written in braces
public record Not(Body body, boolean explicit, Location at) implements Content {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Not that && body.equals(that.body) && explicit == that.explicit;
  }

  @Override
  public int hashCode() {
    return Objects.hash(body, explicit);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
