package dev.landwaiter.rego.check;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
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
import dev.landwaiter.rego.type.Parts;
import dev.landwaiter.rego.type.Type;
import dev.landwaiter.rego.type.Union;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The check of one body in a scope of its own: types of variables are learned on the way, from one
/// expression to the next.
final class BodyCheck {
  /// An error and whether it says no more than that something is unknown.
  record Found(RegoError error, boolean byUnknown) {}

  private static final List<Term> ROOTS =
      List.of(new Variable("data", Location.NONE), new Variable("input", Location.NONE));

  private final TypeEnvironment environment;
  private final Map<String, Term> names;
  private final Unification unification;
  private final List<RegoError> errors = new ArrayList<>();

  /// @param outside the scope around the body
  BodyCheck(TypeEnvironment outside, Map<String, Term> names) {
    this.environment = outside.inner();
    this.names = names;
    this.unification = new Unification(environment);
  }

  TypeEnvironment environment() {
    return environment;
  }

  /// What was found so far.
  List<RegoError> errors() {
    return errors;
  }

  BodyCheck body(Body body) {
    body.expressions().forEach(this::expr);
    return this;
  }

  /// The type of a comprehension, with its body checked; unknown when there is an error in it.
  Type comprehension(Term term) {
    return switch (term) {
      case ArrayComprehension c -> {
        body(c.body());
        yield errors.isEmpty() ? Type.array(environment.typeOf(c.head())) : Type.UNKNOWN;
      }
      case SetComprehension c -> {
        body(c.body());
        yield errors.isEmpty() ? Type.set(environment.typeOf(c.head())) : Type.UNKNOWN;
      }
      case ObjectComprehension c -> {
        body(c.body());
        yield errors.isEmpty()
            ? Type.object(environment.typeOf(c.key()), environment.typeOf(c.value()))
            : Type.UNKNOWN;
      }
      default -> Type.UNKNOWN;
    };
  }

  private void expr(Expr expr) {
    if (expr.with().isEmpty()) {
      check(expr);
      return;
    }
    expr.with().forEach(this::replaced);
    environment.replacing(true);
    check(expr);
    environment.replacing(false);
    ROOTS.forEach(environment.tree()::forget);
  }

  /// Within the expression a replaced document may be what it was or what it is now, and rules that
  /// depend on it may be anything.
  private void replaced(With with) {
    Ref target =
        with.target() instanceof Ref ref ? ref : new Ref(List.of(with.target()), with.at());
    Type old = environment.typeOf(target);
    if (!TypeEnvironment.isRoot(target.head()) || old instanceof Type.FunctionType) {
      return;
    }
    List<Term> path = RuleUses.ground(target.parts());
    Type now = Union.of(old, environment.typeOf(with.value()));
    environment.uses().dependents(path).forEach(rule -> environment.tree().put(rule, Type.ANY));
    environment.tree().put(path, now);
  }

  private void check(Expr expr) {
    int before = errors.size();
    closures(expr);
    remember(expr);
    var refs = new RefCheck(environment, names);
    refs.expr(expr);
    errors.addAll(refs.errors());
    boolean explained = errors.size() > before;
    Found found = call(expr);
    if (found != null && !(explained && found.byUnknown())) {
      errors.add(found.error());
    }
  }

  /// Messages show `{"a": 1}.b` as it was written, not with the variable the compiler put there.
  private void remember(Expr expr) {
    if (expr.generated()
        && expr.content() instanceof Call call
        && call.name().equals("eq")
        && call.arguments().getFirst() instanceof Variable variable
        && !names.containsKey(variable.name())
        && Constants.isComposite(call.arguments().getLast())) {
      environment.stands(variable, call.arguments().getLast());
    }
  }

  /// Checks bodies inside the expression, each in its own scope; those of `every` only learn types
  /// from refs, as in the original.
  private void closures(Expr expr) {
    switch (expr.content()) {
      case Term term -> closures(term);
      case Not not -> inside(not.body());
      case Logical logical -> {
        inside(logical.left().body());
        inside(logical.right().body());
      }
      case Every every -> closures(every.domain());
      case SomeDeclaration _ -> {}
    }
    expr.with().stream().map(With::value).forEach(this::closures);
  }

  private void inside(Body body) {
    errors.addAll(new BodyCheck(environment, names).body(body).errors());
  }

  private void closures(Term term) {
    switch (term) {
      case ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> {
        var check = new BodyCheck(environment, names);
        environment.know(term, check.comprehension(term));
        errors.addAll(check.errors());
      }
      case ArrayTerm array -> array.elements().forEach(this::closures);
      case SetTerm set -> set.elements().forEach(this::closures);
      case ObjectTerm object ->
          object
              .entries()
              .forEach(entry -> {
                closures(entry.key());
                closures(entry.value());
              });
      case Ref ref -> ref.parts().forEach(this::closures);
      case Call call -> call.arguments().forEach(this::closures);
      case Scalar _, Variable _, TemplateString _ -> {}
    }
  }

  @org.jspecify.annotations.Nullable
  private Found call(Expr expr) {
    for (With with : expr.with()) {
      Found found = with(with);
      if (found != null) {
        return found;
      }
    }
    if (!(expr.content() instanceof Call call)) {
      return null;
    }
    return call.name().equals("eq") ? equality(expr, call) : function(expr, call);
  }

  /// A function may only be replaced by one that can stand for it, or by a value.
  @org.jspecify.annotations.Nullable
  private Found with(With with) {
    if (with.target() instanceof Ref target
        && environment.typeOf(target) instanceof Type.FunctionType wanted
        && environment.typeOf(with.value()) instanceof Type.FunctionType given
        && !Fitting.fits(wanted, given)) {
      List<Type> have = given.parameters().stream().map(Type.Parameter::type).toList();
      return new Found(
          TypeErrors.arguments(
              with.at(), target, "arity mismatch", have, ArgumentNotes.want(target, wanted, false)),
          have.stream().anyMatch(Parts::isUnknown));
    }
    return null;
  }

  @org.jspecify.annotations.Nullable
  private Found equality(Expr expr, Call call) {
    if (call.arguments().size() != 2) {
      var want =
          new Type.FunctionType(
              List.of(Type.parameter("", Type.ANY), Type.parameter("", Type.ANY)),
              java.util.Optional.empty(),
              java.util.Optional.empty());
      String what = call.arguments().size() < 2 ? "too few arguments" : "too many arguments";
      return arguments(expr, call, what, ArgumentNotes.want(call.operator(), want, false));
    }
    Term a = call.arguments().getFirst();
    Term b = call.arguments().getLast();
    Type left = environment.typeOf(a);
    Type right = environment.typeOf(b);
    return unification.both(a, b)
        ? null
        : new Found(
            TypeErrors.match(expr.at(), left, right),
            Parts.isUnknown(left) || Parts.isUnknown(right));
  }

  private Found arguments(Expr expr, Call call, String what, ArgumentNotes.Want want) {
    List<Type> have = call.arguments().stream().map(environment::typeOf).toList();
    return new Found(
        TypeErrors.arguments(expr.at(), call.operator(), what, have, want),
        have.stream().anyMatch(Parts::isUnknown));
  }

  @org.jspecify.annotations.Nullable
  private Found function(Expr expr, Call call) {
    Type type = environment.typeOf(call.operator());
    if (type instanceof Type.AnyType) {
      return null; // of a function with errors of its own
    }
    if (!(type instanceof Type.FunctionType function)) {
      return new Found(
          RegoError.of(ErrorCode.TYPE, "undefined function " + call.operator(), expr.at()), false);
    }
    var takes = new ArrayList<Type>();
    function.parameters().forEach(parameter -> takes.add(parameter.type()));
    function.result().ifPresent(takes::add);
    List<Term> arguments = call.arguments();
    if (arguments.size() > takes.size() && function.variadic().isEmpty()) {
      return arguments(
          expr, call, "too many arguments", ArgumentNotes.want(call.operator(), function, true));
    }
    if (arguments.size() < function.parameters().size()) {
      return arguments(
          expr, call, "too few arguments", ArgumentNotes.want(call.operator(), function, true));
    }
    for (int i = 0; i < arguments.size(); i++) {
      Type wanted = i < takes.size() ? takes.get(i) : function.variadic().orElse(Type.ANY);
      if (!unification.term(arguments.get(i), wanted, false)) {
        return arguments(
            expr, call, "invalid argument(s)", ArgumentNotes.want(call.operator(), function, true));
      }
    }
    return null;
  }
}
