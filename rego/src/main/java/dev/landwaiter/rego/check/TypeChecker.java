package dev.landwaiter.rego.check;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Infers the types of rules and finds what can never fit (reference: 9).
public final class TypeChecker {
  private static final Comparator<RegoError> BY_PLACE = TypeChecker::order;

  private final CheckInput input;
  private final SchemaBindings bindings;
  private final TypeEnvironment environment;
  private final List<RegoError> errors = new ArrayList<>();

  private TypeChecker(CheckInput input) {
    this.input = input;
    this.bindings = new SchemaBindings(input);
    TypeEnvironment base = TypeEnvironment.of(input.capabilities(), new RuleUses(input.rules()));
    bindings.input().ifPresent(type -> base.tree().put(SchemaBindings.INPUT, type));
    this.environment = base.inner();
  }

  /// Checks rules. A schema of `input` that is none is not looked at here: see [#checkSchema].
  public static CheckResult check(CheckInput input) {
    var checker = new TypeChecker(input);
    input.rules().forEach(checker::rule);
    checker.errors.sort(BY_PLACE);
    return new CheckResult(checker.environment, checker.errors);
  }

  /// What is wrong with the schema of `input`, which is told before anything of the modules.
  public static Optional<RegoError> checkSchema(Optional<Schemas> schemas) {
    return schemas
        .flatMap(Schemas::input)
        .flatMap(SchemaBindings::trouble)
        .map(message -> RegoError.of(ErrorCode.TYPE, message));
  }

  /// Checks a query.
  ///
  /// @param environment of the policy the query is made to
  /// @param names as in [CheckInput]
  /// @return the errors in the order of expressions
  public static List<RegoError> checkQuery(
      TypeEnvironment environment, Body query, Map<String, Term> names) {
    return new BodyCheck(environment, names).body(query).errors();
  }

  /// Comparators of the JDK's making are linked at every start anew.
  private static int order(RegoError a, RegoError b) {
    Location one = place(a);
    Location other = place(b);
    int order = one.file().compareTo(other.file());
    order = order != 0 ? order : Integer.compare(one.row(), other.row());
    order = order != 0 ? order : Integer.compare(one.column(), other.column());
    return order != 0 ? order : a.message().compareTo(b.message());
  }

  private static Location place(RegoError error) {
    return error.location().orElse(Location.NONE);
  }

  private void rule(CheckedRule checked) {
    Rule rule = checked.rule();
    TypeEnvironment scope = environment.inner();
    errors.addAll(bindings.apply(checked, scope));
    BodyCheck body = new BodyCheck(scope, input.names()).body(rule.body());
    errors.addAll(body.errors());
    List<Term> path = checked.path().parts();
    int ground = ground(path);
    if (!body.errors().isEmpty()) {
      environment.tree().put(path.subList(0, ground), Type.ANY);
      return;
    }
    Type type =
        rule.head().args().isEmpty()
            ? nested(body.environment(), path.subList(ground, path.size()), value(rule, body))
            : function(rule.head(), body.environment());
    if (!(type instanceof Type.Unknown)) {
      environment.tree().insert(path.subList(0, ground), type, environment);
    }
  }

  private static int ground(List<Term> path) {
    int length = 1;
    while (length < path.size() && path.get(length) instanceof Scalar) {
      length++;
    }
    return length;
  }

  private static Type value(Rule rule, BodyCheck body) {
    Head head = rule.head();
    if (head.key().isPresent()) {
      Type of = body.environment().typeOf(head.key().get());
      return of instanceof Type.Unknown ? of : Type.set(of);
    }
    return head.value().map(body.environment()::typeOf).orElse(Type.BOOLEAN);
  }

  /// Objects of unknown keys around a value, one for each variable part of a head's ref.
  private static Type nested(TypeEnvironment environment, List<Term> path, Type value) {
    Type type = value;
    for (Term part : path.reversed()) {
      Type key = environment.typeOf(part);
      if (type instanceof Type.Unknown || key instanceof Type.Unknown) {
        return Type.UNKNOWN;
      }
      type = Type.object(key, type);
    }
    return type;
  }

  private static Type function(Head head, TypeEnvironment environment) {
    var parameters = new ArrayList<Type.Parameter>();
    for (Term argument : head.args()) {
      Variables.in(argument)
          .filter(variable -> environment.typeOf(variable) instanceof Type.Unknown)
          .forEach(variable -> environment.tree().put(variable, Type.ANY));
      parameters.add(Type.parameter("", environment.typeOf(argument)));
    }
    return new Type.FunctionType(
        parameters,
        Optional.of(head.value().map(environment::typeOf).orElse(Type.BOOLEAN)),
        Optional.empty());
  }

  static RegoError error(String message, Location at) {
    return RegoError.of(ErrorCode.TYPE, message, at);
  }
}
