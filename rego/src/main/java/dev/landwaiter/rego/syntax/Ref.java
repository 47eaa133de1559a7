package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path into a document: a head – mostly a variable – and the parts that follow it.
///
/// @param parts the head first; at least one
public record Ref(List<Term> parts, Location at) implements Term {
  public Ref {
    parts = List.copyOf(parts);
  }

  @Override
  public Ref at(Location place) {
    return new Ref(parts, place);
  }

  public Term head() {
    return parts.getFirst();
  }

  /// Whether all parts behind the head are scalars.
  public boolean isGround() {
    return parts.stream().skip(1).allMatch(Scalar.class::isInstance);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ref that && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
