package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import org.jspecify.annotations.Nullable;

/// A name. Wildcards are called `$0`, `$1` … in the order of the module; names the compiler made
/// begin with `__local`.
public record Variable(String name, Location at) implements Term {
  @Override
  public Variable at(Location place) {
    return new Variable(name, place);
  }

  public boolean isWildcard() {
    return name.startsWith("$");
  }

  /// Whether the compiler made this name.
  public boolean isGenerated() {
    return name.startsWith("__local");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Variable that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
