package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Makes bodies ready, and gathers the bodies of comprehensions inside terms.
final class Blocks {
  private static final Ref EQ =
      new Ref(
          List.of(new Variable("eq", dev.landwaiter.rego.Location.NONE)),
          dev.landwaiter.rego.Location.NONE);

  private final Program program;
  private final IdentityHashMap<Term, Block> closures;
  private int generated;

  Blocks(Program program, IdentityHashMap<Term, Block> closures) {
    this.program = program;
    this.closures = closures;
  }

  Block block(Body body) {
    var steps = new ArrayList<Step>(body.expressions().size());
    body.expressions().forEach(expr -> steps.add(step(expr)));
    return new Block(body, List.copyOf(steps));
  }

  private Step step(Expr expr) {
    if (!expr.with().isEmpty()) {
      expr.with().forEach(with -> gather(with.value()));
      return new Step.Modified(expr, plain(expr), expr.with().stream().map(this::target).toList());
    }
    return plain(expr);
  }

  private Step.Target target(With with) {
    Ref ref =
        with.target() instanceof Ref path
            ? path
            : new Ref(List.of(with.target()), with.target().at());
    return new Step.Target(new With(ref, with.value(), with.at()), program.operator(ref));
  }

  private Step plain(Expr expr) {
    if (expr.negated()) {
      Expr positive = expr.negated(false).with(List.of());
      return new Step.Negation(expr, block(new Body(List.of(positive.index(0)), expr.at())));
    }
    return switch (expr.content()) {
      case Call call -> call(expr, call);
      case Term term -> {
        gather(term);
        yield new Step.Bare(expr, term);
      }
      case SomeDeclaration _ -> new Step.Nothing(expr);
      case Every every -> every(expr, every);
      case Not not -> new Step.Negation(expr, block(not.body()));
      case Logical logical ->
          new Step.Either(
              expr,
              logical.operator() == Logical.Operator.AND,
              block(logical.left().body()),
              block(logical.right().body()));
    };
  }

  private Step call(Expr expr, Call call) {
    call.arguments().forEach(this::gather);
    return call.name().equals("eq") && call.arguments().size() == 2
        ? new Step.Equality(expr, call.arguments().getFirst(), call.arguments().getLast())
        : new Step.Invocation(expr, program.operator(call.operator()), call.arguments());
  }

  private Step every(Expr expr, Every every) {
    Term key = every.key().orElseGet(() -> new Variable("$every" + generated++, every.at()));
    var generator =
        new Call(
            EQ,
            List.of(new Ref(List.of(every.domain(), key), every.domain().at()), every.value()),
            every.domain().at());
    gather(every.domain());
    return new Step.ForAll(
        expr,
        every.domain(),
        block(new Body(List.of(Expr.of(generator)), every.domain().at())),
        block(every.body()));
  }

  /// Makes the bodies of comprehensions inside a term ready.
  void gather(Term term) {
    switch (term) {
      case ArrayComprehension c -> {
        gather(c.head());
        closures.put(c, block(c.body()));
      }
      case SetComprehension c -> {
        gather(c.head());
        closures.put(c, block(c.body()));
      }
      case ObjectComprehension c -> {
        gather(c.key());
        gather(c.value());
        closures.put(c, block(c.body()));
      }
      case Ref ref -> ref.parts().forEach(this::gather);
      case ArrayTerm array -> array.elements().forEach(this::gather);
      case SetTerm set -> set.elements().forEach(this::gather);
      case ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                gather(entry.key());
                gather(entry.value());
              });
      default -> {}
    }
  }
}
