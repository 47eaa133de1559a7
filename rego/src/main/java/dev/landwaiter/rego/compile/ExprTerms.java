package dev.landwaiter.rego.compile;

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
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes calls out of terms: each becomes an expression with a variable for its result, in front of
/// where it is used (reference 8.4).
final class ExprTerms {
  private final Names names;

  ExprTerms(Names names) {
    this.names = names;
  }

  Body body(Body body) {
    var result = new ArrayList<Expr>();
    for (Expr expr : body.expressions()) {
      expr(expr, result);
    }
    return Bodies.of(result, body.at());
  }

  private void expr(Expr expr, List<Expr> result) {
    var modifiers = new ArrayList<With>();
    for (With with : expr.with()) {
      modifiers.add(new With(with.target(), term(with.value(), result), with.at()));
    }
    var extras = new ArrayList<Expr>();
    Expr rest = expr.with(modifiers);
    Expr done =
        switch (rest.content()) {
          case Call call ->
              rest.content(new Call(call.operator(), terms(call.arguments(), extras), call.at()));
          case Every every -> rest.content(every(every, extras));
          case Not not -> rest.content(new Not(body(not.body()), not.explicit(), not.at()));
          case Logical logical ->
              rest.content(
                  new Logical(
                      logical.operator(),
                      operand(logical.left()),
                      operand(logical.right()),
                      logical.at()));
          case SomeDeclaration _ -> rest;
          case Term term -> rest.content(term(term, extras));
        };
    extras.forEach(extra -> result.add(modifiers.isEmpty() ? extra : extra.with(modifiers)));
    result.add(done);
  }

  private Logical.Operand operand(Logical.Operand operand) {
    return new Logical.Operand(body(operand.body()), operand.explicit());
  }

  private Every every(Every every, List<Expr> extras) {
    Term domain;
    if (every.domain() instanceof Call call) {
      domain = term(call, extras);
    } else {
      Expr equation = names.equation(term(every.domain(), extras));
      extras.add(equation);
      domain = Names.defined(equation);
    }
    return new Every(every.key(), every.value(), domain, body(every.body()), every.at());
  }

  private List<Term> terms(List<Term> terms, List<Expr> extras) {
    return terms.stream().map(term -> term(term, extras)).toList();
  }

  /// @param extras takes the expressions that must come before
  Term term(Term term, List<Expr> extras) {
    return switch (term) {
      case Scalar _, Variable _ -> term;
      case Call call -> call(call, extras);
      case Ref ref -> ref(ref, extras);
      case ArrayTerm array -> new ArrayTerm(terms(array.elements(), extras), array.at());
      case SetTerm set -> new SetTerm(terms(set.elements(), extras), set.at());
      case ObjectTerm object ->
          new ObjectTerm(
              object.entries().stream()
                  .map(e -> new ObjectTerm.Entry(term(e.key(), extras), term(e.value(), extras)))
                  .toList(),
              object.at());
      case ArrayComprehension c -> {
        var after = new ArrayList<Expr>();
        Term head = term(c.head(), after);
        yield new ArrayComprehension(head, body(Bodies.append(c.body(), after)), c.at());
      }
      case SetComprehension c -> {
        var after = new ArrayList<Expr>();
        Term head = term(c.head(), after);
        yield new SetComprehension(head, body(Bodies.append(c.body(), after)), c.at());
      }
      case ObjectComprehension c -> {
        var after = new ArrayList<Expr>();
        Term key = term(c.key(), after);
        Term value = term(c.value(), after);
        yield new ObjectComprehension(key, value, body(Bodies.append(c.body(), after)), c.at());
      }
      case TemplateString template -> template;
    };
  }

  private Term call(Call call, List<Expr> extras) {
    var arguments = new ArrayList<Term>(terms(call.arguments(), extras));
    Variable result = names.fresh(call.at());
    arguments.add(result);
    extras.add(
        new Expr(
            0, new Call(call.operator(), arguments, call.at()), false, true, List.of(), call.at()));
    return result;
  }

  private Ref ref(Ref ref, List<Expr> extras) {
    var parts = new ArrayList<Term>(terms(ref.parts(), extras));
    Term head = parts.getFirst();
    if (!(head instanceof Variable) && !(head instanceof Scalar)) {
      Expr equation = names.equation(head);
      names.literal(equation);
      extras.add(equation);
      parts.set(0, Names.defined(equation));
    }
    return new Ref(parts, ref.at());
  }

  Optional<Term> term(Optional<Term> term, List<Expr> extras) {
    return term.map(value -> term(value, extras));
  }
}
