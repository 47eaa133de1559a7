package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.With;

/// Puts a copy of a head and all its parts at another place, as chained bodies need it.
final class Relocation extends Rewriting {
  private final Location place;

  private Relocation(Location place) {
    this.place = place;
  }

  static Head of(Head head, Location place) {
    Head moved = new Relocation(place).head(head);
    return new Head(
        moved.ref(),
        moved.args(),
        moved.key(),
        moved.value(),
        moved.assign(),
        moved.legacyName(),
        place);
  }

  static Body of(Body body, Location place) {
    return new Relocation(place).body(body);
  }

  @Override
  public Term term(Term term) {
    return super.term(term).at(place);
  }

  @Override
  public Ref headRef(Ref ref) {
    return new Ref(terms(ref.parts()), place);
  }

  @Override
  public Ref operator(Ref operator) {
    return new Ref(terms(operator.parts()), place);
  }

  @Override
  public With with(With with) {
    return new With(term(with.target()), term(with.value()), place);
  }

  @Override
  public Expr expr(Expr expr) {
    return super.expr(expr).at(place);
  }

  @Override
  public Body body(Body body) {
    return new Body(super.body(body).expressions(), place);
  }

  @Override
  public Content content(Content content) {
    return switch (super.content(content)) {
      case Term term -> term;
      case SomeDeclaration some -> new SomeDeclaration(some.symbols(), place);
      case Every every ->
          new Every(every.key(), every.value(), every.domain(), every.body(), place);
      case Not not -> new Not(not.body(), not.explicit(), place);
      case Logical logical ->
          new Logical(logical.operator(), logical.left(), logical.right(), place);
    };
  }
}
