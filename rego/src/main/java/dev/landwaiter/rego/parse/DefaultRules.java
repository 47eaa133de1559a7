package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.TemplateString;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashSet;
import java.util.List;

/// What default rules may not hold.
final class DefaultRules {
  private DefaultRules() {}

  /// What is wrong with a default rule's head, or the empty text.
  static String problem(Head head) {
    if (head.value().isEmpty()) {
      return "illegal default rule (must have a value)";
    }
    String kind = notConstant(head.value().get());
    if (!kind.isEmpty()) {
      return "illegal default rule (value cannot contain " + kind + ")";
    }
    var seen = new HashSet<Term>();
    for (Term arg : head.args()) {
      if (!(arg instanceof Variable)) {
        return "illegal default rule (arguments cannot contain " + Kinds.of(arg) + ")";
      }
      if (!seen.add(arg)) {
        return "illegal default rule (arguments cannot be repeated " + TermText.of(arg) + ")";
      }
    }
    return "";
  }

  /// The kind of the first part that is no constant; comprehensions are not looked into.
  private static String notConstant(Term term) {
    return switch (term) {
      case Scalar _, ArrayComprehension _, ObjectComprehension _, SetComprehension _ -> "";
      case Variable _, Ref _, Call _ -> Kinds.of(term);
      case ArrayTerm array -> notConstant(array.elements());
      case SetTerm set -> notConstant(set.elements());
      case ObjectTerm object -> {
        for (ObjectTerm.Entry entry : object.entries()) {
          String kind = notConstant(List.of(entry.key(), entry.value()));
          if (!kind.isEmpty()) {
            yield kind;
          }
        }
        yield "";
      }
      case TemplateString template -> {
        for (var part : template.parts()) {
          if (part instanceof Expr expr && expr.content() instanceof Term inner) {
            String kind = notConstant(inner);
            if (!kind.isEmpty()) {
              yield kind;
            }
          }
        }
        yield "";
      }
    };
  }

  private static String notConstant(List<Term> terms) {
    for (Term term : terms) {
      String kind = notConstant(term);
      if (!kind.isEmpty()) {
        return kind;
      }
    }
    return "";
  }
}
