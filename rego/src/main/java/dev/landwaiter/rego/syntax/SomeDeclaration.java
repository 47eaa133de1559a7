package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `some x, y`, or `some k, v in xs` whose one symbol is a call of `internal.member_2` or `_3`.
public record SomeDeclaration(List<Term> symbols, Location at) implements Content {
  public SomeDeclaration {
    symbols = List.copyOf(symbols);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SomeDeclaration that && symbols.equals(that.symbols);
  }

  @Override
  public int hashCode() {
    return symbols.hashCode();
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
