package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One expression of a body.
///
/// @param index its place in the body, from 0
/// @param negated the classic `not`, which does not wrap what was taken out of the expression
/// @param generated whether the compiler made it
public record Expr(
    int index, Content content, boolean negated, boolean generated, List<With> with, Location at)
    implements TemplatePart {
  public Expr {
    with = List.copyOf(with);
  }

  /// An expression as a parser or a compiler makes it, without modifiers.
  public static Expr of(Content content) {
    return new Expr(0, content, false, false, List.of(), content.at());
  }

  public Expr content(Content other) {
    return new Expr(index, other, negated, generated, with, at);
  }

  public Expr index(int other) {
    return new Expr(other, content, negated, generated, with, at);
  }

  public Expr with(List<With> other) {
    return new Expr(index, content, negated, generated, other, at);
  }

  public Expr negated(boolean other) {
    return new Expr(index, content, other, generated, with, at);
  }

  public Expr asGenerated() {
    return new Expr(index, content, negated, true, with, at);
  }

  public Expr at(Location place) {
    return new Expr(index, content, negated, generated, with, place);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expr that
        && index == that.index
        && content.equals(that.content)
        && negated == that.negated
        && generated == that.generated
        && with.equals(that.with);
  }

  @Override
  public int hashCode() {
    return Objects.hash(index, content, negated, generated, with);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
