package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `[a, b]`.
public record ArrayTerm(List<Term> elements, Location at) implements Term {
  public ArrayTerm {
    elements = List.copyOf(elements);
  }

  @Override
  public ArrayTerm at(Location place) {
    return new ArrayTerm(elements, place);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArrayTerm that && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
