package dev.landwaiter.rego.index;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads from a body what must hold of which keys (reference 10.10).
@SuppressWarnings("OperatorPrecedence")
final class Conditions {
  /// A rule that calls one of these does something even when it fails.
  private static final Set<String> VISIBLE = Set.of("internal.print", "internal.test_case");

  private static final Set<String> EQUALITIES = Set.of("eq", "equal");

  private final List<Term> arguments;
  private final Predicate<Ref> virtual;
  private final Map<Key, Condition> found = new LinkedHashMap<>();
  private final Map<String, Term> aliases = new HashMap<>();

  private Conditions(List<Term> arguments, Predicate<Ref> virtual) {
    this.arguments = arguments;
    this.virtual = virtual;
  }

  static Map<Key, Condition> of(List<Term> arguments, List<Expr> body, Predicate<Ref> virtual) {
    for (Expr expr : body) {
      if (expr.content() instanceof Call call && VISIBLE.contains(call.name())) {
        return Map.of();
      }
    }
    var conditions = new Conditions(arguments, virtual);
    body.forEach(conditions::alias);
    body.forEach(conditions::read);
    return conditions.found;
  }

  private void alias(Expr expr) {
    if (isPlain(expr)
        && expr.content() instanceof Call call
        && call.name().equals("eq")
        && call.arguments().size() == 2
        && call.arguments().getFirst() instanceof Variable variable
        && call.arguments().getLast() instanceof Ref) {
      aliases.put(variable.name(), call.arguments().getLast());
    }
  }

  private static boolean isPlain(Expr expr) {
    return expr.with().isEmpty() && !expr.negated();
  }

  private void read(Expr expr) {
    if (!isPlain(expr)) {
      return;
    }
    switch (expr.content()) {
      case Ref ref -> key(ref).ifPresent(key -> found.putIfAbsent(key, new Condition.True()));
      case Call call -> read(call);
      default -> {}
    }
  }

  private void read(Call call) {
    String name = call.name();
    List<Term> operands = call.arguments();
    if (EQUALITIES.contains(name) && operands.size() == 2) {
      if (!equality(operands.get(0), operands.get(1))) {
        equality(operands.get(1), operands.get(0));
      }
    } else if (name.equals("internal.member_2") && operands.size() == 2) {
      membership(operands.get(0), operands.get(1));
    } else if (name.equals("glob.match") && operands.size() == 3) {
      glob(operands.get(0), operands.get(1), operands.get(2));
    }
  }

  private boolean equality(Term left, Term right) {
    Optional<Key> key = key(left);
    Optional<Condition> condition = key.isPresent() ? condition(right) : Optional.empty();
    if (condition.isPresent()) {
      found.put(key.get(), condition.get());
      return true;
    }
    return left instanceof Ref ref && right instanceof Scalar scalar && element(ref, scalar);
  }

  /// `ref[_] = scalar`.
  private boolean element(Ref ref, Scalar scalar) {
    int last = ref.parts().size() - 1;
    if (last < 1
        || !isScalar(scalar)
        || !(ref.parts().get(last) instanceof Variable variable && variable.isWildcard())) {
      return false;
    }
    Optional<Key> key = key(new Ref(ref.parts().subList(0, last), ref.at()));
    key.ifPresent(k -> found.putIfAbsent(k, new Condition.Holds(scalar.value())));
    return key.isPresent();
  }

  private static boolean isScalar(Scalar scalar) {
    return scalar.value().rank() <= 3;
  }

  private static Optional<Condition> condition(Term term) {
    return switch (term) {
      case Variable _ -> Optional.of(new Condition.Defined());
      case Scalar scalar when isScalar(scalar) ->
          Optional.of(new Condition.OneOf(List.of(scalar.value())));
      case Scalar scalar when scalar.value() instanceof ArrayValue array ->
          condition(unfolded(array, scalar));
      case ArrayTerm array
          when array.elements().stream()
              .allMatch(e -> e instanceof Variable || e instanceof Scalar s && isScalar(s)) ->
          Optional.of(new Condition.Pattern(array));
      default -> Optional.empty();
    };
  }

  private static ArrayTerm unfolded(ArrayValue array, Scalar at) {
    return new ArrayTerm(
        array.elements().stream().<Term>map(e -> new Scalar(e, at.at())).toList(), at.at());
  }

  private void membership(Term member, Term collection) {
    Optional<List<Value>> constants = constants(collection);
    if (constants.isPresent()) {
      key(aliased(member))
          .ifPresent(key -> found.putIfAbsent(key, new Condition.OneOf(constants.get())));
    } else if (member instanceof Scalar scalar && isScalar(scalar)) {
      key(aliased(collection))
          .ifPresent(key -> found.putIfAbsent(key, new Condition.Holds(scalar.value())));
    }
  }

  private Term aliased(Term term) {
    return term instanceof Variable variable
        ? aliases.getOrDefault(variable.name(), variable)
        : term;
  }

  /// The elements of a constant collection of scalars.
  private static Optional<List<Value>> constants(Term collection) {
    List<? extends Term> elements =
        switch (collection) {
          case ArrayTerm array -> array.elements();
          case SetTerm set -> set.elements();
          case ObjectTerm object -> object.entries().stream().map(ObjectTerm.Entry::value).toList();
          case Scalar scalar ->
              switch (scalar.value()) {
                case ArrayValue array -> terms(array.elements(), scalar);
                case SetValue set -> terms(set.elements(), scalar);
                case ObjectValue object -> terms(List.copyOf(object.members().values()), scalar);
                default -> List.of();
              };
          default -> List.of();
        };
    return elements.isEmpty()
            || !elements.stream().allMatch(e -> e instanceof Scalar scalar && isScalar(scalar))
        ? Optional.empty()
        : Optional.of(elements.stream().map(e -> ((Scalar) e).value()).toList());
  }

  private static List<Scalar> terms(List<Value> values, Scalar at) {
    return values.stream().map(value -> new Scalar(value, at.at())).toList();
  }

  /// `glob.match("a:*:c", [":"], ref)`: only whole parts may be `*`.
  private void glob(Term pattern, Term delimiters, Term text) {
    Optional<Key> key = key(aliased(text));
    Optional<List<Value>> separators = constants(delimiters);
    if (key.isEmpty()
        || separators.isEmpty()
        || separators.get().size() != 1
        || !(separators.get().getFirst() instanceof StringValue(String separator))
        || separator.isEmpty()
        || !(pattern instanceof Scalar(StringValue(String glob), var _))) {
      return;
    }
    List<String> parts = List.of(glob.split(java.util.regex.Pattern.quote(separator), -1));
    boolean simple =
        parts.stream()
            .allMatch(part ->
                part.equals("*") || !part.isEmpty() && !part.matches(".*[*?\\[\\]{}!\\\\].*"));
    if (simple) {
      found.put(
          key.get(),
          new Condition.Glob(
              separator, parts.stream().map(part -> part.equals("*") ? "" : part).toList()));
    }
  }

  /// The key a term is, if it can be one.
  private Optional<Key> key(Term term) {
    if (term instanceof Variable variable) {
      int position = arguments.indexOf(variable);
      return position < 0 ? Optional.empty() : Optional.of(new Key.OfArgument(position));
    }
    return term instanceof Ref ref
            && ref.parts().size() > 1
            && ref.head() instanceof Variable root
            && (root.name().equals("input") || root.name().equals("data"))
            && ref.isGround()
            && !virtual.test(ref)
        ? Optional.of(new Key.OfRef(ref))
        : Optional.empty();
  }
}
