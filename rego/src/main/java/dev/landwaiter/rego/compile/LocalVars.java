package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.TemplatePart;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Gives every declared variable of one rule a name of its own, and finds what is wrong with
/// declarations (reference 8.3).
final class LocalVars extends Rewriting {
  final Scopes scopes;
  final List<RegoError> errors = new ArrayList<>();
  private final Names names;
  private final boolean strict;

  LocalVars(Names names, Scopes scopes, boolean strict) {
    this.names = names;
    this.scopes = scopes;
    this.strict = strict;
  }

  private void error(Location at, String message) {
    errors.add(RegoError.of(ErrorCode.COMPILE, message, at));
  }

  /// A body in the scope that is open.
  ///
  /// @param used variables that something outside the body uses
  Body body(Body body, Set<String> used) {
    var results = new ArrayList<Expr>();
    for (Expr expr : body.expressions()) {
      expression(expr).ifPresent(results::add);
    }
    if (results.isEmpty()) {
      results.add(Bodies.yes(body.at()));
    }
    Body result = Bodies.of(results, body.at());
    new Unused(scopes, errors).check(body, result, used, strict);
    return result;
  }

  @Override
  public Body body(Body body) {
    return body(body, Set.of());
  }

  private <T> T scoped(Supplier<T> inside) {
    scopes.push();
    T result = inside.get();
    scopes.pop();
    return result;
  }

  /// Empty for a declaration that leaves nothing.
  private Optional<Expr> expression(Expr expr) {
    return switch (expr.content()) {
      case Call call when Declared.isAssignment(call) -> Optional.of(assignment(expr, call));
      case SomeDeclaration some -> declaration(expr, some);
      default -> Optional.of(expr(expr));
    };
  }

  private Expr assignment(Expr expr, Call call) {
    if (expr.negated()) {
      error(expr.at(), "cannot assign vars inside negated expression");
      return expr;
    }
    int before = errors.size();
    Term right = term(call.arguments().getLast());
    List<With> with = expr.with().stream().map(this::with).toList();
    Term left = target(call.arguments().getFirst());
    Expr result = expr.with(with);
    return errors.size() > before
        ? result.content(new Call(call.operator(), List.of(left, right), call.at()))
        : result.content(
            new Call(Names.operator("eq", call.operator().at()), List.of(left, right), call.at()));
  }

  private Term target(Term term) {
    return new Targets(this).term(term);
  }

  Term declared(Variable variable, Scopes.Occurrence occurrence, Location at) {
    return declare(variable.name(), variable.at(), occurrence, at)
        .map(Term.class::cast)
        .orElse(variable);
  }

  void cannotAssign(Term term) {
    error(term.at(), "cannot assign to " + Kinds.of(term));
  }

  /// @param at where an error is reported
  private Optional<Variable> declare(
      String name, Location place, Scopes.Occurrence occurrence, Location at) {
    Optional<Scopes.Occurrence> before = scopes.here(name);
    if (before.isPresent()) {
      String shown = names.shown(name);
      error(
          at,
          switch (before.get()) {
            case SEEN -> "var " + shown + " referenced above";
            case ASSIGNED -> "var " + shown + " assigned above";
            case DECLARED -> "var " + shown + " declared above";
            case ARGUMENT -> "arg " + shown + " redeclared";
          });
      return Optional.empty();
    }
    Variable generated = names.fresh(place);
    names.renamed(generated.name(), name);
    if (occurrence == Scopes.Occurrence.ASSIGNED) {
      names.assigned(generated.name(), place);
    }
    scopes.insert(name, generated.name(), occurrence);
    return Optional.of(generated);
  }

  private Optional<Expr> declaration(Expr expr, SomeDeclaration some) {
    if (some.symbols().getFirst() instanceof Call member) {
      return membership(expr, some, member);
    }
    for (Term symbol : some.symbols()) {
      if (symbol instanceof Variable variable
          && declare(variable.name(), variable.at(), Scopes.Occurrence.DECLARED, some.at())
              .isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// `some k, v in xs` as `v = xs[k]`.
  private Optional<Expr> membership(Expr expr, SomeDeclaration some, Call member) {
    List<Term> parts = member.arguments();
    Term collection = parts.getLast();
    Term key = parts.size() == 3 ? parts.getFirst() : names.fresh(Location.NONE);
    Term value = parts.get(parts.size() - 2);
    var path = new ArrayList<Term>();
    if (collection instanceof Ref ref) {
      path.addAll(ref.parts());
    } else {
      path.add(collection);
    }
    path.add(key);
    Call equal =
        new Call(
            Names.operator("eq", some.at()),
            List.of(value, new Ref(path, collection.at())),
            some.at());
    Set<String> outer = Variables.of(collection);
    for (String name : Outputs.ofEquality(equal, outer, names).stream().sorted().toList()) {
      if (declare(name, some.at(), Scopes.Occurrence.DECLARED, some.at()).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(expr(expr.content(equal)));
  }

  @Override
  public Content content(Content content) {
    return switch (content) {
      case Call call -> new Call(operator(call.operator()), terms(call.arguments()), call.at());
      case Every every -> every(every);
      case Not not -> new Not(operand(not.body(), not.explicit()), not.explicit(), not.at());
      case Logical logical ->
          new Logical(
              logical.operator(), operand(logical.left()), operand(logical.right()), logical.at());
      default -> super.content(content);
    };
  }

  private Logical.Operand operand(Logical.Operand operand) {
    return new Logical.Operand(operand(operand.body(), operand.explicit()), operand.explicit());
  }

  private Body operand(Body body, boolean explicit) {
    if (explicit) {
      return scoped(() -> body(body));
    }
    return new Body(
        body.expressions().stream()
            .map(expr ->
                expr.content() instanceof Call call && Declared.isAssignment(call)
                    ? assignment(expr.negated(true), call)
                    : expr(expr))
            .toList(),
        body.at());
  }

  private Every every(Every every) {
    Term domain = term(every.domain());
    return scoped(() -> {
      Term key = every.key().orElseGet(() -> names.fresh(every.at()));
      if (every.key().isPresent()) {
        key = iterated(key, every);
      }
      Term value = iterated(every.value(), every);
      return new Every(Optional.of(key), value, domain, body(every.body()), every.at());
    });
  }

  private Term iterated(Term term, Every every) {
    return term instanceof Variable variable && !variable.isWildcard()
        ? declared(variable, Scopes.Occurrence.DECLARED, every.at())
        : term;
  }

  @Override
  public Term term(Term term) {
    return switch (term) {
      case Variable variable -> variable(variable);
      case Call call -> {
        shadowed(call);
        yield super.term(call);
      }
      case ArrayComprehension c ->
          scoped(() -> {
            Body body = body(c.body(), Variables.of(c.head()));
            return new ArrayComprehension(term(c.head()), body, c.at());
          });
      case SetComprehension c ->
          scoped(() -> {
            Body body = body(c.body(), Variables.of(c.head()));
            return new SetComprehension(term(c.head()), body, c.at());
          });
      case ObjectComprehension c ->
          scoped(() -> {
            var used = new HashSet<String>(Variables.of(c.key()));
            used.addAll(Variables.of(c.value()));
            Body body = body(c.body(), used);
            return new ObjectComprehension(term(c.key()), term(c.value()), body, c.at());
          });
      case TemplateString template -> template(template);
      default -> super.term(term);
    };
  }

  private TemplateString template(TemplateString template) {
    return new TemplateString(
        template.parts().stream().map(this::part).toList(), template.multiLine(), template.at());
  }

  private TemplatePart part(TemplatePart part) {
    return switch (part) {
      case Term term -> term(term);
      case Expr expr -> expr(expr);
    };
  }

  private Variable variable(Variable variable) {
    Optional<String> known = scopes.declared(variable.name());
    if (known.isPresent()) {
      scopes.seen(variable.name());
      return new Variable(known.get(), variable.at());
    }
    scopes.insert(variable.name(), variable.name(), Scopes.Occurrence.SEEN);
    return variable;
  }

  private void shadowed(Call call) {
    for (Term part : call.operator().parts()) {
      if (part instanceof Variable variable
          && scopes
              .declared(variable.name())
              .filter(name -> !name.equals(variable.name()))
              .isPresent()) {
        error(call.at(), "called function " + call.operator() + " shadowed");
        return;
      }
    }
  }

  @Override
  public Term ref(Ref ref) {
    if (!Bodies.isRoot(ref)) {
      return super.ref(ref);
    }
    Variable root = (Variable) ref.head();
    return scopes
        .known(root.name())
        .filter(entry -> entry.occurrence() != Scopes.Occurrence.SEEN)
        .<Term>map(entry -> new Variable(entry.generated(), ref.at()))
        .orElse(ref);
  }

  @Override
  public Ref operator(Ref operator) {
    return new Ref(terms(operator.parts()), operator.at());
  }

  /// The target keeps naming the document even where a local variable is called `input`.
  @Override
  public With with(With with) {
    Term target = with.target();
    if (Bodies.isUnder(target, "input") && target instanceof Ref ref) {
      var parts = new ArrayList<Term>(terms(ref.parts().subList(1, ref.parts().size())));
      parts.addFirst(ref.head());
      return new With(new Ref(parts, ref.at()), term(with.value()), with.at());
    }
    return super.with(with);
  }
}
