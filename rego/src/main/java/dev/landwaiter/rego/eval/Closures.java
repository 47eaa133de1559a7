package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.syntax.Body;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Turns comprehensions into nodes: worked out each time, once, or grouped.
final class Closures {
  private final Lowering body;

  Closures(Lowering body) {
    this.body = body;
  }

  /// @param named the variables named anywhere inside
  /// @param head makes what is gathered, behind the body
  Node comprehension(Set<String> named, Body inside, Function<Lowering, Gatherings.Kind> head) {
    Set<String> outer = new TreeSet<>(named);
    outer.retainAll(body.bound);
    if (!outer.isEmpty() && body.looped) {
      Node grouped = grouped(outer, inside, head);
      if (grouped != null) {
        return grouped;
      }
    }
    Lowering inner = body.closure(named);
    inner.body(inside);
    Gatherings.Kind kind = head.apply(inner);
    int place = body.slots.gathering();
    var direct =
        new Comprehension.Direct(kind, place, inner.finish(new Comprehension.Add(kind, place)));
    return outer.isEmpty() && body.looped
        ? new Comprehension.Once(body.linker.memory(), direct)
        : direct;
  }

  private @org.jspecify.annotations.Nullable Node grouped(
      Set<String> outer, Body inside, Function<Lowering, Gatherings.Kind> head) {
    if (!body.grouping.isEmpty()) {
      return null;
    }
    Lowering trial = body.trial(outer);
    Nodes.Slot[] around = slots(outer);
    try {
      trial.body(inside);
      if (!trial.bound.containsAll(outer)) {
        return null;
      }
      Gatherings.Kind kind = head.apply(trial);
      Node[] by = slots(outer);
      int place = body.slots.gathering();
      return new Comprehension.Grouped(
          kind,
          around,
          body.linker.memory(),
          place,
          trial.finish(new Comprehension.AddToGroup(kind, by, place)));
    } catch (Unbound e) {
      return null;
    } finally {
      int at = 0;
      for (String name : outer) {
        body.slots.alias(name, around[at++].slot);
      }
    }
  }

  private Nodes.Slot[] slots(Set<String> names) {
    return names.stream()
        .map(name -> new Nodes.Slot(body.slots.of(name)))
        .toArray(Nodes.Slot[]::new);
  }
}
