package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `every k, v in domain { body }`.
public record Every(Optional<Term> key, Term value, Term domain, Body body, Location at)
    implements Content {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Every that
        && key.equals(that.key)
        && value.equals(that.value)
        && domain.equals(that.domain)
        && body.equals(that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, value, domain, body);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
