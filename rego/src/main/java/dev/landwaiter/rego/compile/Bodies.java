package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// Bodies, rules and refs from their parts.
final class Bodies {
  private Bodies() {}

  /// A body whose expressions are numbered in their order.
  static Body of(List<Expr> expressions, Location at) {
    var numbered = new ArrayList<Expr>(expressions.size());
    for (int i = 0; i < expressions.size(); i++) {
      Expr expr = expressions.get(i);
      numbered.add(expr.index() == i ? expr : expr.index(i));
    }
    return new Body(numbered, at);
  }

  static Body append(Body body, List<Expr> more) {
    if (more.isEmpty()) {
      return body;
    }
    var all = new ArrayList<Expr>(body.expressions());
    all.addAll(more);
    return of(all, body.at());
  }

  /// The expression that always holds.
  static Expr yes(Location at) {
    return Expr.of(Scalar.of(true, at));
  }

  static Rule rule(Rule rule, Head head, Body body) {
    return new Rule(
        rule.isDefault(),
        head,
        body,
        rule.constant(),
        rule.orElse(),
        rule.annotations(),
        rule.at());
  }

  static boolean isCall(Expr expr, String name) {
    return expr.content() instanceof Call call && isNamed(call, name);
  }

  static boolean isNamed(Call call, String name) {
    List<Term> parts = call.operator().parts();
    return parts.size() == 1 && parts.getFirst() instanceof Variable v && v.name().equals(name);
  }

  /// Whether an expression is `a = b`.
  static boolean isEquality(Expr expr) {
    return expr.content() instanceof Call call && isEquality(call);
  }

  static boolean isEquality(Call call) {
    return isNamed(call, "eq") && call.arguments().size() == 2;
  }

  /// `input` or `data` by itself.
  static boolean isRoot(Term term) {
    return term instanceof Ref ref && ref.parts().size() == 1 && isRootName(ref.head());
  }

  static boolean isRootName(Term head) {
    return head instanceof Variable v && (v.name().equals("input") || v.name().equals("data"));
  }

  static boolean isUnder(Term term, String root) {
    return term instanceof Ref ref && ref.head() instanceof Variable v && v.name().equals(root);
  }

  /// The parts of a ref in front of its first part that is no scalar.
  static Ref groundFront(Ref ref) {
    List<Term> parts = ref.parts();
    int size = 1;
    while (size < parts.size() && parts.get(size) instanceof Scalar) {
      size++;
    }
    return size == parts.size() ? ref : new Ref(parts.subList(0, size), ref.at());
  }

  /// The whole path of a rule: of its package, then of its head.
  static Ref path(Ref packagePath, Ref head) {
    var parts = new ArrayList<Term>(packagePath.parts());
    List<Term> own = head.parts();
    parts.add(
        own.getFirst() instanceof Variable name
            ? Scalar.of(name.name(), name.at())
            : own.getFirst());
    parts.addAll(own.subList(1, own.size()));
    return new Ref(parts, head.at());
  }
}
