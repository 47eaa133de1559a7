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
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The variables that evaluating an expression binds (reference 8.5).
final class Outputs {
  private final Functions functions;
  private final Names names;

  Outputs(Functions functions, Names names) {
    this.functions = functions;
    this.names = names;
  }

  /// @param safe variables that are bound before
  Set<String> of(Expr expr, Set<String> safe) {
    if (expr.negated() || !modifiersAreSafe(expr, safe)) {
      return Set.of();
    }
    return switch (expr.content()) {
      case Call call when Bodies.isEquality(call) -> ofEquality(call, safe, names);
      case Call call -> ofCall(call, safe);
      case Every every -> ofRefs(every.domain(), safe);
      case Not _, Logical _, SomeDeclaration _ -> Set.of();
      case Term term -> ofRefs(term, safe);
    };
  }

  /// Those of a whole body, read in its order.
  Set<String> of(List<Expr> expressions, Set<String> safe) {
    var all = new HashSet<String>(safe);
    var result = new LinkedHashSet<String>();
    for (Expr expr : expressions) {
      for (String name : of(expr, all)) {
        if (all.add(name)) {
          result.add(name);
        }
      }
    }
    return result;
  }

  Set<String> of(Body body, Set<String> safe) {
    return of(body.expressions(), safe);
  }

  private boolean modifiersAreSafe(Expr expr, Set<String> safe) {
    for (With with : expr.with()) {
      var inputs = new SafetyVariables(functions, names, safe);
      inputs.with(with);
      if (!safe.containsAll(inputs.names)) {
        return false;
      }
    }
    return true;
  }

  private Set<String> ofCall(Call call, Set<String> safe) {
    OptionalInt arity = functions.arity(call.operator());
    if (arity.isEmpty()) {
      return Set.of();
    }
    Set<String> outputs = ofRefs(call, safe);
    List<Term> arguments = call.arguments();
    if (arguments.size() <= arity.getAsInt()) {
      return outputs;
    }
    Set<String> inputs = plain(arguments.subList(0, arity.getAsInt()));
    inputs.removeAll(outputs);
    if (!safe.containsAll(inputs)) {
      return Set.of();
    }
    outputs.addAll(plain(arguments.subList(arity.getAsInt(), arguments.size())));
    return outputs;
  }

  private static Set<String> plain(List<Term> terms) {
    var all =
        new Variables(
            Variables.Skip.CLOSURES,
            Variables.Skip.SETS,
            Variables.Skip.OBJECT_KEYS,
            Variables.Skip.REF_HEADS);
    terms.forEach(all::term);
    return all.names;
  }

  static Set<String> ofEquality(Call call, Set<String> safe, Names names) {
    Set<String> outputs = ofRefs(call, safe);
    var known = new HashSet<String>(safe);
    known.addAll(outputs);
    Term left = call.arguments().getFirst();
    if (isAssignment(left, names)) {
      known.removeAll(Variables.of(left));
    }
    outputs.addAll(new Unifier(known).unified(left, call.arguments().getLast()));
    outputs.removeAll(safe);
    return outputs;
  }

  /// Whether an equality came from `:=`: then what is known of the left side says nothing of the
  /// right one.
  private static boolean isAssignment(Term left, Names names) {
    return switch (left) {
      case Variable variable -> names.isAssignment(variable);
      case ArrayTerm array ->
          array.elements().stream().anyMatch(element -> isAssignment(element, names));
      case ObjectTerm object ->
          object.entries().stream().anyMatch(entry -> isAssignment(entry.value(), names));
      default -> false;
    };
  }

  /// What iterating over refs binds.
  private static Set<String> ofRefs(Term term, Set<String> safe) {
    var refs = new Refs(safe);
    refs.term(term);
    return refs.outputs;
  }

  private static final class Refs extends Visit {
    private final Set<String> safe;
    private final Set<String> outputs = new LinkedHashSet<>();

    Refs(Set<String> safe) {
      this.safe = safe;
    }

    @Override
    void term(Term term) {
      switch (term) {
        case ArrayComprehension _, SetComprehension _, ObjectComprehension _, TemplateString _ -> {}
        case Ref ref -> {
          if (isSafe(ref.head())) {
            var parts = new Variables(Variables.Skip.REF_HEADS);
            parts.term(ref);
            outputs.addAll(parts.names);
            super.term(ref);
          }
        }
        default -> super.term(term);
      }
    }

    @Override
    void operator(Ref operator) {}

    private boolean isSafe(Term head) {
      return head instanceof Variable variable
          ? safe.contains(variable.name())
          : safe.containsAll(Variables.of(head));
    }
  }
}
