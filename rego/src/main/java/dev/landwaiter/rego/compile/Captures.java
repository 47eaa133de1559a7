package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.type.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Gives the value of each expression of a query a variable.
final class Captures {
  private final Functions functions;
  private final Names names;
  private final List<Optional<String>> values = new ArrayList<>();

  Captures(Functions functions, Names names) {
    this.functions = functions;
    this.names = names;
  }

  /// For each expression the variable of its value.
  List<Optional<String>> values() {
    return values;
  }

  /// Where there may be several results, each value must hold besides: `false` is no result then.
  Body body(Body query) {
    boolean hold = query.expressions().size() > 1 || iterates(query);
    var result = new ArrayList<Expr>();
    var after = new ArrayList<Expr>();
    for (Expr expr : query.expressions()) {
      Optional<Variable> value = value(expr);
      values.add(value.map(Variable::name));
      if (value.isEmpty()) {
        result.add(expr);
        continue;
      }
      result.add(captured(expr, value.get()));
      if (hold) {
        after.add(Expr.of(value.get()).at(expr.at()).asGenerated());
      }
    }
    result.addAll(after);
    return Bodies.of(result, query.at());
  }

  private Optional<Variable> value(Expr expr) {
    if (expr.negated()) {
      return Optional.empty();
    }
    return switch (expr.content()) {
      case Call call -> call(call) ? Optional.of(names.capture(call.at())) : Optional.empty();
      case SomeDeclaration _, Every _, Not _, Logical _ -> Optional.empty();
      case Term term -> Optional.of(names.capture(term.at()));
    };
  }

  private boolean call(Call call) {
    if (Declared.isAssignment(call) || Bodies.isEquality(call)) {
      return false;
    }
    Optional<Declaration> builtin = functions.builtin(call.operator());
    if (builtin.filter(one -> one.type().result().isEmpty()).isPresent()) {
      return false;
    }
    OptionalInt arity = functions.arity(call.operator());
    return arity.isPresent() && arity.getAsInt() == call.arguments().size();
  }

  private static Expr captured(Expr expr, Variable value) {
    return switch (expr.content()) {
      case Call call -> {
        var arguments = new ArrayList<Term>(call.arguments());
        arguments.add(value);
        yield expr.content(new Call(call.operator(), arguments, call.at()));
      }
      case Term term -> expr.content(Names.equal(term, value));
      default -> expr;
    };
  }

  /// Whether there may be several results: a variable chooses parts of a ref, or a function has
  /// many results.
  private boolean iterates(Body query) {
    boolean[] found = {false};
    new Visit() {
      @Override
      void term(Term term) {
        switch (term) {
          case ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> {}
          case Ref ref -> {
            found[0] |= ref.parts().stream().skip(1).anyMatch(Variable.class::isInstance);
            super.term(ref);
          }
          default -> super.term(term);
        }
      }

      @Override
      void operator(Ref operator) {
        found[0] |=
            functions
                .builtin(operator)
                .filter(builtin -> builtin.is(Declaration.Flag.RELATION))
                .isPresent();
      }
    }.body(query);
    return found[0];
  }
}
