package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rules written as mere expressions, such as `p := 1` (reference: rules from bare expressions).
final class BareRules {
  private final Set<String> functions;

  /// @param functions names no such rule may have
  BareRules(Set<String> functions) {
    this.functions = functions;
  }

  /// Why an expression is no rule.
  static final class NoRule extends Exception {
    private static final long serialVersionUID = 1;

    NoRule(String message) {
      super(message, null, false, false);
    }
  }

  Draft read(Body body) throws NoRule {
    if (body.expressions().size() != 1) {
      throw new NoRule("multiple expressions cannot be used for rule head");
    }
    Expr expr = body.expressions().getFirst();
    if (!expr.with().isEmpty()) {
      throw new NoRule("expressions using with keyword cannot be used for rule head");
    }
    if (expr.negated()) {
      throw new NoRule("negated expressions cannot be used for rule head");
    }
    return switch (expr.content()) {
      case SomeDeclaration _ ->
          throw new NoRule("'some' declarations cannot be used for rule head");
      case Call call -> called(call, expr.at());
      case Ref ref when ref.parts().size() > 2 ->
          draft(head(ref, List.of(), yes(ref.at()), ref.at()), ref.at(), true);
      case Ref ref -> gathering(ref);
      case Term term -> throw noName(term);
      default -> throw new NoRule("expression cannot be used for rule head");
    };
  }

  private static NoRule noName(Term term) {
    return new NoRule(Kinds.of(term) + " cannot be used for rule name");
  }

  private static Term yes(Location at) {
    return Scalar.of(true, at);
  }

  /// `p[x]`, a member of a set.
  private static Draft gathering(Ref ref) throws NoRule {
    Variable name = name(ref);
    if (ref.parts().size() == 1) {
      throw new NoRule("refs cannot be used for rule head");
    }
    var head =
        new Head(
            new Ref(List.of(name), name.at()),
            List.of(),
            Optional.of(ref.parts().getLast()),
            Optional.empty(),
            false,
            Optional.of(name.name()),
            ref.at());
    return draft(head, ref.at(), false);
  }

  private static Variable name(Ref ref) throws NoRule {
    if (ref.head() instanceof Variable name) {
      return name;
    }
    throw new NoRule("invalid rule head: " + TermText.of(ref));
  }

  private Draft called(Call call, Location at) throws NoRule {
    String operator = call.name();
    boolean assign = operator.equals("assign");
    if ((assign || operator.equals("eq")) && call.arguments().size() == 2) {
      return valued(call.arguments().getFirst(), call.arguments().getLast(), assign, at);
    }
    if (functions.contains(operator)) {
      throw new NoRule("rule name conflicts with built-in function");
    }
    if (call.arguments().isEmpty()) {
      throw new NoRule("rule argument list must take at least one argument");
    }
    name(call.operator());
    Location place = call.operator().at();
    return draft(head(call.operator(), call.arguments(), yes(place), place), place, false);
  }

  private static Draft valued(Term left, Term right, boolean assign, Location at) throws NoRule {
    Ref ref =
        switch (left) {
          case Variable name -> new Ref(List.of(name), name.at());
          case Ref path -> path;
          case Call call -> call.operator();
          default -> throw noName(left);
        };
    Variable name = name(ref);
    List<Term> args = left instanceof Call call ? call.arguments() : List.of();
    Optional<String> legacy =
        args.isEmpty() && ref.parts().size() == 2
            ? Optional.of(name.name())
            : HeadParser.legacyName(ref);
    var head = new Head(ref, args, Optional.empty(), Optional.of(right), assign, legacy, at);
    return draft(head, right.at(), at, false);
  }

  private static Head head(Ref ref, List<Term> args, Term value, Location at) {
    return new Head(
        ref, args, Optional.empty(), Optional.of(value), false, HeadParser.legacyName(ref), at);
  }

  private static Draft draft(Head head, Location at, boolean implicit) {
    return draft(head, at, at, implicit);
  }

  private static Draft draft(Head head, Location bodyAt, Location at, boolean implicit) {
    Rule rule =
        new Rule(
            false, head, RuleParser.bodyOf(true, bodyAt), true, Optional.empty(), List.of(), at);
    return new Draft(rule, false, false, implicit, Optional.empty());
  }
}
