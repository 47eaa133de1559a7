package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `{k: v}`, in the order written.
public record ObjectTerm(List<Entry> entries, Location at) implements Term {
  public ObjectTerm {
    entries = List.copyOf(entries);
  }

  @Override
  public ObjectTerm at(Location place) {
    return new ObjectTerm(entries, place);
  }

  /// A key and its value.
  public record Entry(Term key, Term value) {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectTerm that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
