package dev.landwaiter.rego.depend;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The paths into `data` and `input` of a rule or query; a variable that is such a path and only
/// used to go on from it does not count by itself.
final class RefsIn extends Rewriting {
  private final List<Ref> refs = new ArrayList<>();
  private final Map<String, Ref> known = new HashMap<>();
  private final Set<String> needed = new HashSet<>();
  private final Set<String> extended = new HashSet<>();

  static Set<Ref> ofRule(Rule rule) {
    var in = new RefsIn();
    in.body(rule.body());
    in.head(rule.head());
    return in.least();
  }

  static Set<Ref> ofQuery(Body body) {
    var in = new RefsIn();
    in.body(body);
    return in.least();
  }

  private Set<Ref> least() {
    var all = new TreeSet<Ref>(TermOrder::compare);
    all.addAll(refs);
    known.forEach((name, ref) -> {
      if (needed.contains(name) || !extended.contains(name)) {
        all.add(ref);
      }
    });
    var least = new TreeSet<Ref>(TermOrder::compare);
    for (Ref ref : all) {
      boolean covered =
          all.stream().anyMatch(other -> isShorter(other, ref) && startsWith(ref, other));
      if (!covered) {
        least.add(ref);
      }
    }
    return least;
  }

  private static boolean isShorter(Ref one, Ref other) {
    return one.parts().size() < other.parts().size();
  }

  private static boolean startsWith(Ref ref, Ref front) {
    return ref.parts().subList(0, front.parts().size()).equals(front.parts());
  }

  @Override
  public Expr expr(Expr expr) {
    Optional<Variable> variable = Optional.empty();
    if (expr.content() instanceof Call call && isEquality(call) && expr.with().isEmpty()) {
      Term left = call.arguments().getFirst();
      Term right = call.arguments().getLast();
      if (left instanceof Variable name && right instanceof Ref ref) {
        variable = Optional.of(name);
        equal(name, ref);
      } else if (right instanceof Variable name && left instanceof Ref ref) {
        variable = Optional.of(name);
        equal(name, ref);
      }
    }
    return variable.isPresent() ? expr : super.expr(expr);
  }

  private static boolean isEquality(Call call) {
    return call.arguments().size() == 2
        && (call.name().equals("eq") || call.name().equals("assign"));
  }

  private void equal(Variable variable, Ref ref) {
    ref.parts().stream().skip(1).forEach(this::term);
    Optional<Ref> whole = whole(ref);
    if (whole.isPresent() && known.putIfAbsent(variable.name(), whole.get()) != null) {
      refs.add(whole.get());
      needed.add(variable.name());
    }
  }

  /// The path from `data` or `input` on.
  private Optional<Ref> whole(Ref ref) {
    if (!(ref.head() instanceof Variable head)) {
      return Optional.empty();
    } else if (head.name().equals("data") || head.name().equals("input")) {
      return Optional.of(ref);
    }
    Ref front = known.get(head.name());
    if (front == null) {
      return Optional.empty();
    }
    extended.add(head.name());
    var parts = new ArrayList<>(front.parts());
    parts.addAll(ref.parts().subList(1, ref.parts().size()));
    return Optional.of(new Ref(parts, ref.at()));
  }

  @Override
  public Content content(Content content) {
    if (content instanceof Call call) {
      call.arguments().forEach(this::term);
      operator(call.operator());
      return call;
    }
    return super.content(content);
  }

  @Override
  public Ref operator(Ref operator) {
    whole(operator).ifPresent(refs::add);
    return operator;
  }

  @Override
  public Term term(Term term) {
    if (term instanceof Variable variable) {
      if (variable.name().equals("data") || variable.name().equals("input")) {
        refs.add(new Ref(List.of(variable), variable.at()));
      } else {
        needed.add(variable.name());
      }
      return term;
    }
    return super.term(term);
  }

  @Override
  public Term ref(Ref ref) {
    whole(ref).ifPresent(refs::add);
    if (!(ref.head() instanceof Variable)) {
      term(ref.head());
    }
    ref.parts().stream().skip(1).forEach(this::term);
    return ref;
  }

  @Override
  public Ref headRef(Ref ref) {
    ref.parts().stream().skip(1).forEach(this::term);
    return ref;
  }
}
