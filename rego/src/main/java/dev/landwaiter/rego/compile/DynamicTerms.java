package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
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
import java.util.ArrayList;
import java.util.List;

/// Takes refs and comprehensions out of operands, refs and composites: each is bound to a variable
/// in front of where it is used (reference 8.6).
final class DynamicTerms {
  private final Names names;

  DynamicTerms(Names names) {
    this.names = names;
  }

  Body body(Body body) {
    var result = new ArrayList<Expr>();
    for (Expr expr : body.expressions()) {
      Content content = content(expr, result);
      result.add(expr.content(content));
    }
    return Bodies.of(result, body.at());
  }

  private Content content(Expr expr, List<Expr> result) {
    return switch (expr.content()) {
      case Call call when Bodies.isEquality(call) ->
          new Call(
              call.operator(),
              call.arguments().stream().map(term -> whole(expr, term, result)).toList(),
              call.at());
      case Call call ->
          new Call(
              call.operator(),
              call.arguments().stream().map(term -> inner(expr, term, result)).toList(),
              call.at());
      case Every every ->
          new Every(
              every.key(),
              every.value(),
              inner(expr, every.domain(), result),
              body(every.body()),
              every.at());
      case Not not -> new Not(body(not.body()), not.explicit(), not.at());
      case Logical logical ->
          new Logical(
              logical.operator(), operand(logical.left()), operand(logical.right()), logical.at());
      case SomeDeclaration some -> some;
      case Term term -> whole(expr, term, result);
    };
  }

  private Logical.Operand operand(Logical.Operand operand) {
    return new Logical.Operand(body(operand.body()), operand.explicit());
  }

  /// A term that may stay a ref or a comprehension.
  private Term whole(Expr original, Term term, List<Expr> result) {
    return term instanceof Ref ref
        ? parts(original, ref, result)
        : comprehension(term, original, result);
  }

  private Term comprehension(Term term, Expr original, List<Expr> result) {
    return switch (term) {
      case ArrayComprehension c -> new ArrayComprehension(c.head(), body(c.body()), c.at());
      case SetComprehension c -> new SetComprehension(c.head(), body(c.body()), c.at());
      case ObjectComprehension c ->
          new ObjectComprehension(c.key(), c.value(), body(c.body()), c.at());
      default -> inner(original, term, result);
    };
  }

  private Ref parts(Expr original, Ref ref, List<Expr> result) {
    var parts = new ArrayList<Term>();
    parts.add(ref.head());
    ref.parts().stream().skip(1).forEach(part -> parts.add(inner(original, part, result)));
    return new Ref(parts, ref.at());
  }

  /// A term in whose place only a value may stand.
  private Term inner(Expr original, Term term, List<Expr> result) {
    return switch (term) {
      case Ref ref -> bound(original, parts(original, ref, result), result);
      case ArrayTerm array ->
          new ArrayTerm(
              array.elements().stream().map(part -> inner(original, part, result)).toList(),
              array.at());
      case SetTerm set ->
          new SetTerm(
              set.elements().stream().map(part -> inner(original, part, result)).toList(),
              set.at());
      case ObjectTerm object ->
          new ObjectTerm(
              object.entries().stream()
                  .map(entry ->
                      new ObjectTerm.Entry(
                          inner(original, entry.key(), result),
                          inner(original, entry.value(), result)))
                  .toList(),
              object.at());
      case ArrayComprehension _, SetComprehension _, ObjectComprehension _ ->
          bound(original, comprehension(term, original, result), result);
      default -> term;
    };
  }

  private Term bound(Expr original, Term term, List<Expr> result) {
    Expr equation = names.equation(term).with(original.with());
    result.add(equation);
    return Names.defined(equation);
  }
}
