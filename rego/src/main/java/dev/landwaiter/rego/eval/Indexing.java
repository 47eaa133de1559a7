package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.eval.Choice.Definition;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the value most definitions of a group ask for: an argument, or a constant path into
/// `input`.
final class Indexing {
  private Indexing() {}

  static RuleIndex of(Linker linker, List<Rule> rules, List<Definition> definitions) {
    List<Map<Term, Value>> asked = rules.stream().map(Indexing::asked).toList();
    Map<Term, Integer> counts = new LinkedHashMap<>();
    asked.forEach(one -> one.keySet().forEach(term -> counts.merge(term, 1, Integer::sum)));
    Optional<Map.Entry<Term, Integer>> best =
        counts.entrySet().stream().max((a, b) -> a.getValue().compareTo(b.getValue()));
    if (best.isEmpty()) {
      return RuleIndex.none(definitions);
    }
    Term term = best.get().getKey();
    List<RuleIndex.Entry> entries = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      entries.add(new RuleIndex.Entry(definitions.get(i), asked.get(i).get(term)));
    }
    return RuleIndex.of(where(linker, term), entries);
  }

  /// An argument is told by its number.
  private static RuleIndex.Where where(Linker linker, Term term) {
    return term instanceof Scalar number
        ? new RuleIndex.Where(Integer.parseInt(number.value().toString()), Optional.empty())
        : new RuleIndex.Where(-1, Optional.of(Lowering.start(linker).node(term)));
  }

  /// The values a rule asks for, by where it looks for them.
  private static Map<Term, Value> asked(Rule rule) {
    Map<Term, Value> asked = new HashMap<>();
    if (rule.orElse().isPresent() || prints(rule)) {
      return asked;
    }
    Map<Term, Term> meant = new HashMap<>();
    List<Term> arguments = rule.head().args();
    for (int i = 0; i < arguments.size(); i++) {
      Term number = new Scalar(Value.of(i), arguments.get(i).at());
      if (arguments.get(i) instanceof Scalar scalar) {
        asked.put(number, scalar.value());
      } else if (arguments.get(i) instanceof Variable) {
        meant.put(arguments.get(i), number);
      }
    }
    for (Expr expression : rule.body().expressions()) {
      if (expression.with().isEmpty()
          && !expression.negated()
          && expression.content() instanceof Call call
          && call.arguments().size() == 2
          && (call.name().equals("eq") || call.name().equals("equal"))) {
        note(call.arguments().getFirst(), call.arguments().getLast(), meant, asked);
        note(call.arguments().getLast(), call.arguments().getFirst(), meant, asked);
      }
    }
    return asked;
  }

  private static void note(Term side, Term other, Map<Term, Term> meant, Map<Term, Value> asked) {
    Term where = where(side, meant);
    if (where != null && other instanceof Scalar scalar) {
      asked.putIfAbsent(where, scalar.value());
    } else if (where != null && other instanceof Variable) {
      meant.putIfAbsent(other, where);
    }
  }

  private static @Nullable Term where(Term side, Map<Term, Term> meant) {
    if (side instanceof Ref ref
        && ref.isGround()
        && ref.head() instanceof Variable head
        && head.name().equals("input")) {
      return ref;
    }
    return meant.get(side);
  }

  private static boolean prints(Rule rule) {
    return rule.body().expressions().stream()
        .anyMatch(expression ->
            expression.content() instanceof Call call
                && call.name().startsWith("internal.")
                && !call.name().startsWith("internal.member"));
  }
}
