package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A function or an operator with its arguments; one argument more than it takes stands for its
/// result.
public record Call(Ref operator, List<Term> arguments, Location at) implements Term {
  public Call {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Call at(Location place) {
    return new Call(operator, arguments, place);
  }

  /// The operator's name as written in a declaration, such as `json.patch`.
  public String name() {
    return TermText.dotted(operator);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Call that
        && operator.equals(that.operator)
        && arguments.equals(that.arguments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(operator, arguments);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
