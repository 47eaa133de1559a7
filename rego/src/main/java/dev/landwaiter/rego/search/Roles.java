package dev.landwaiter.rego.search;

import dev.landwaiter.rego.ground.Look;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each expression of a body is for, told from which variables later ones use.
///
/// An expression that does nothing but bind variables tells when only telling expressions (or none,
/// but the rule's head) use them, and names otherwise. All others test.
final class Roles {
  /// Bodies of the policy only; those of queries are not remembered.
  private final Map<Body, Look.Role[]> known = Collections.synchronizedMap(new IdentityHashMap<>());

  Look.Role of(Frame frame, int position) {
    if (frame.depth == 0) {
      return Look.Role.TEST;
    }
    Look.Role[] roles = known.get(frame.block.body());
    if (roles == null) {
      roles = of(frame.block.steps());
      known.put(frame.block.body(), roles);
    }
    return roles[position];
  }

  private static Look.Role[] of(List<Step> steps) {
    var roles = new Look.Role[steps.size()];
    var first = new HashMap<String, Integer>();
    for (int i = 0; i < roles.length; i++) {
      for (Variable variable : Variables.in(steps.get(i).expr(), true)) {
        first.putIfAbsent(variable.name(), i);
      }
    }
    // What expressions further down that do not only tell make use of.
    Set<String> needed = new HashSet<>();
    for (int i = roles.length - 1; i >= 0; i--) {
      int place = i;
      List<String> used =
          Variables.in(steps.get(i).expr(), true).stream().map(Variable::name).toList();
      boolean binds = binds(plain(steps.get(i)), name -> first.getOrDefault(name, -1) == place);
      boolean wanted =
          used.stream().anyMatch(n -> first.getOrDefault(n, -1) == place && needed.contains(n));
      if (isVoid(plain(steps.get(i))) || (binds && !wanted)) {
        roles[i] = Look.Role.TELL;
      } else {
        roles[i] = binds ? Look.Role.NAME : Look.Role.TEST;
        needed.addAll(used);
      }
    }
    return roles;
  }

  private static Step plain(Step step) {
    return step instanceof Step.Modified modified ? modified.plain() : step;
  }

  private static boolean isVoid(Step step) {
    return step instanceof Step.Invocation call
        && (call.operator().isVoid()
            || call.operator().name().equals("internal.print")
            || call.operator().name().equals("trace"));
  }

  private static boolean binds(Step step, java.util.function.Predicate<String> isNew) {
    return switch (step) {
      case Step.Equality(var _, Term left, Term right) ->
          isFresh(left, isNew) || isFresh(right, isNew);
      case Step.Invocation call ->
          call.arguments().size() > call.operator().arity()
              && isFresh(call.arguments().getLast(), isNew);
      default -> false;
    };
  }

  /// Whether a term is made of new variables only.
  private static boolean isFresh(Term term, java.util.function.Predicate<String> isNew) {
    return switch (term) {
      case Variable variable -> isNew.test(variable.name());
      case ArrayTerm array -> array.elements().stream().allMatch(e -> isFresh(e, isNew));
      case ObjectTerm object ->
          object.entries().stream().allMatch(entry -> isFresh(entry.value(), isNew));
      default -> false;
    };
  }
}
