package dev.landwaiter.rego.bundle;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.load.BundleManifest;
import dev.landwaiter.rego.policy.CompiledPolicy;
import dev.landwaiter.rego.policy.Dependencies;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermText;
import dev.landwaiter.rego.syntax.Variable;
import dev.landwaiter.rego.syntax.With;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What the rules of a bundle reach for that is not settled by the bundle alone.
final class Outside {
  private static final Ref INPUT = new Ref(List.of(variable("input")), Location.NONE);

  private Outside() {}

  private static Variable variable(String name) {
    return new Variable(name, Location.NONE);
  }

  /// The input, and documents that the bundle does not own.
  static List<Ref> unknowns(CompiledPolicy policy, BundleManifest manifest) {
    Set<Ref> unknowns = new LinkedHashSet<>();
    unknowns.add(INPUT);
    var found = new TreeMap<String, Ref>();
    var refs =
        new Refs(ref -> {
          List<Term> front = front(ref);
          if (!ref.head().equals(variable("data")) || owned(front, manifest)) {
            return;
          }
          var path = new Ref(front, Location.NONE);
          found.put(TermText.of(path), path);
        });
    policy.modules().forEach(module -> module.rules().forEach(refs::rule));
    found.values().stream()
        .filter(path ->
            found.values().stream()
                .noneMatch(other -> !other.equals(path) && startsWith(path, other.parts())))
        .forEach(unknowns::add);
    return List.copyOf(unknowns);
  }

  private static boolean owned(List<Term> front, BundleManifest manifest) {
    return manifest.owns(
        String.join(
            "/", front.stream().skip(1).map(part -> ((Scalar) part).value().asText()).toList()));
  }

  private static List<Term> front(Ref ref) {
    List<Term> front = new ArrayList<>();
    front.add(ref.head());
    for (Term part : ref.parts().subList(1, ref.parts().size())) {
      if (!(part instanceof Scalar)) {
        break;
      }
      front.add(part);
    }
    return front;
  }

  /// Documents that rules which need the entrypoint put others in the place of: those must be asked
  /// for when the entrypoint is, and not before.
  static List<Ref> mocked(CompiledPolicy policy, Ref entrypoint) {
    List<Dependencies.Branch> branches = policy.dependencies().branches();
    Set<Integer> seen = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < branches.size(); i++) {
      Ref path = branches.get(i).path();
      if (startsWith(path, entrypoint.parts()) || startsWith(entrypoint, path.parts())) {
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      int one = open.remove();
      for (int i = 0; i < branches.size(); i++) {
        if (branches.get(i).needs().contains(one) && seen.add(i)) {
          open.add(i);
        }
      }
    }
    var found = new TreeMap<String, Ref>();
    var targets =
        new Rewriting() {
          @Override
          public With with(With with) {
            if (with.target() instanceof Ref target && !target.head().equals(variable("input"))) {
              found.put(TermText.of(target), target);
            }
            return super.with(with);
          }
        };
    seen.forEach(i -> targets.rule(branches.get(i).rule()));
    return List.copyOf(found.values());
  }

  /// Whether a body names a document or something below it.
  static boolean asks(Body body, Ref path) {
    var found = new ArrayList<Ref>();
    var refs =
        new Refs(ref -> {
          if (startsWith(ref, path.parts())) {
            found.add(ref);
          }
        });
    for (Expr expr : body.expressions()) {
      refs.expr(expr);
    }
    return !found.isEmpty();
  }

  private static boolean startsWith(Ref ref, List<Term> front) {
    return ref.parts().size() >= front.size() && ref.parts().subList(0, front.size()).equals(front);
  }

  /// Tells of every ref.
  private static final class Refs extends Rewriting {
    private final Consumer<Ref> seen;

    Refs(Consumer<Ref> seen) {
      this.seen = seen;
    }

    @Override
    public Term ref(Ref ref) {
      seen.accept(ref);
      return super.ref(ref);
    }

    @Override
    public Ref operator(Ref operator) {
      seen.accept(operator);
      return super.operator(operator);
    }
  }
}
