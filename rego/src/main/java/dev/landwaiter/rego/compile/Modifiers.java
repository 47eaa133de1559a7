package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import dev.landwaiter.rego.type.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks modifiers, and evaluates their values in front of the expression (reference 8.7).
final class Modifiers extends Rewriting {
  private static final String REPLACING = "with keyword replacing built-in function: ";
  private static final Set<String> FIXED =
      Set.of("eq", "rego.metadata.chain", "rego.metadata.rule");

  /// What is known of the rules at a path.
  interface Tree {
    /// Whether there are rules at or below a path.
    boolean exists(Ref path);

    boolean holdsRules(Ref path);

    boolean holdsFunction(Ref path);
  }

  private final Functions functions;
  private final Tree tree;
  private final Names names;
  private final Problems problems;
  private final Set<String> unsafe;

  /// @param names where variables come from
  /// @param problems takes the errors
  /// @param unsafe names of functions that must not be replaced either
  Modifiers(Tree tree, Functions functions, Names names, Problems problems, Set<String> unsafe) {
    this.tree = tree;
    this.functions = functions;
    this.names = names;
    this.problems = problems;
    this.unsafe = unsafe;
  }

  /// A modifier that cannot be.
  private static final class Invalid extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Location at;
    private final boolean ofType;

    Invalid(Location at, String message, boolean ofType) {
      super(message);
      this.at = at;
      this.ofType = ofType;
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }

  @Override
  public Body body(Body body) {
    Body inside = super.body(body);
    var result = new ArrayList<Expr>();
    try {
      for (Expr expr : inside.expressions()) {
        result.add(modifiers(expr, result));
      }
    } catch (Invalid invalid) {
      if (invalid.ofType) {
        problems.type(invalid.at, invalid.text());
      } else {
        problems.compile(invalid.at, invalid.text());
      }
      return inside;
    }
    return Bodies.of(result, body.at());
  }

  private Expr modifiers(Expr expr, List<Expr> result) throws Invalid {
    if (expr.with().isEmpty()) {
      return expr;
    }
    var modifiers = new ArrayList<With>();
    for (With with : expr.with()) {
      modifiers.add(modifier(with, result));
    }
    return expr.with(modifiers);
  }

  private With modifier(With with, List<Expr> extras) throws Invalid {
    Term value = value(with.value());
    Optional<Declaration> builtin = replaceable(with.target());
    if (Bodies.isUnder(with.target(), "data") && with.target() instanceof Ref ref) {
      return document(with, ref, value, extras);
    }
    if (Bodies.isUnder(with.target(), "input")) {
      return evaluated(with, with.target(), value, extras);
    }
    if (builtin.isPresent()) {
      Term target =
          with.target() instanceof Variable name
              ? new Ref(List.of(name), name.at())
              : with.target();
      checkTarget(builtin.get(), target);
      return isFunction(value)
          ? new With(target, value, with.at())
          : evaluated(with, target, value, extras);
    }
    throw new Invalid(
        with.target().at(),
        "with keyword target must reference existing input, data, or a function",
        true);
  }

  private With document(With with, Ref target, Term value, List<Expr> extras) throws Invalid {
    List<Term> parts = target.parts();
    for (int size = 2; size < parts.size(); size++) {
      if (tree.holdsRules(new Ref(parts.subList(0, size), target.at()))) {
        throw new Invalid(
            target.at(), "with keyword cannot partially replace virtual document(s)", false);
      }
    }
    boolean function = tree.holdsFunction(target);
    boolean named = value instanceof Ref ref && tree.holdsFunction(ref);
    return named || (function && isFunction(value))
        ? new With(target, value, with.at())
        : evaluated(with, target, value, extras);
  }

  private With evaluated(With with, Term target, Term value, List<Expr> extras) {
    return new With(target, Heads.moved(value, names, extras), with.at());
  }

  /// The name of a built-in function as a ref, anything else as it is.
  private Term value(Term value) {
    return value instanceof Variable name && functions.named(name).isPresent()
        ? new Ref(List.of(name), name.at())
        : value;
  }

  private Optional<Declaration> replaceable(Term term) throws Invalid {
    if ((term instanceof Ref || term instanceof Variable) && unsafe.contains(term.toString())) {
      throw new Invalid(
          term.at(), REPLACING + "target must not be unsafe: \"" + term + "\"", false);
    }
    return functions.named(term);
  }

  private boolean isFunction(Term value) throws Invalid {
    return (value instanceof Ref ref && tree.exists(ref)) || replaceable(value).isPresent();
  }

  private static void checkTarget(Declaration builtin, Term target) throws Invalid {
    String name = builtin.name();
    if (FIXED.contains(name)) {
      throw new Invalid(target.at(), REPLACING + "replacement of \"" + name + "\" invalid", false);
    }
    if (name.startsWith("internal.")) {
      throw new Invalid(
          target.at(),
          REPLACING + "replacement of internal function \"" + name + "\" invalid",
          false);
    }
    if (builtin.is(Declaration.Flag.RELATION)) {
      throw new Invalid(target.at(), REPLACING + "target must not be a relation", false);
    }
    if (builtin.type().result().isEmpty()) {
      throw new Invalid(target.at(), REPLACING + "target must not be a void function", false);
    }
  }
}
