package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;

/// What partial evaluation must not put in the place of a ref.
final class Inlining {
  private final List<Barred> barred = new ArrayList<>();

  /// @param internal whether the evaluation asked for it, not the caller
  private record Barred(boolean internal, List<Ref> refs, List<Variable> variables) {}

  Inlining(List<Ref> refs) {
    barred.add(new Barred(false, refs, List.of()));
  }

  void push(List<Ref> refs) {
    barred.add(new Barred(true, List.copyOf(refs), List.of()));
  }

  void push(Variable variable) {
    barred.add(new Barred(true, List.of(), List.of(variable)));
  }

  void pop() {
    barred.removeLast();
  }

  boolean isBarred(Ref ref, boolean ignoreInternal) {
    for (Barred one : barred) {
      if (!ignoreInternal || !one.internal) {
        for (Ref other : one.refs) {
          if (Unknowns.startsWith(other, ref) || Unknowns.startsWith(ref, other)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  boolean isBarred(Variable variable) {
    return barred.stream().anyMatch(one -> one.variables.contains(variable));
  }
}
