package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `{a, b}` or `set()`, in the order written.
public record SetTerm(List<Term> elements, Location at) implements Term {
  public SetTerm {
    elements = List.copyOf(elements);
  }

  @Override
  public SetTerm at(Location place) {
    return new SetTerm(elements, place);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SetTerm that && elements.equals(that.elements);
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
