package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Ref;
import java.util.ArrayList;
import java.util.List;

/// What partial evaluation must not put in the place of a ref.
final class Inlining {
  private final List<Barred> barred = new ArrayList<>();

  /// @param internal whether the evaluation asked for it, not the caller
  private record Barred(boolean internal, List<Ref> refs) {}

  Inlining(List<Ref> refs) {
    barred.add(new Barred(false, refs));
  }

  void push(List<Ref> refs) {
    barred.add(new Barred(true, List.copyOf(refs)));
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
}
