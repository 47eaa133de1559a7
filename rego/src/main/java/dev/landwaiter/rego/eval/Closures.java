package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.syntax.Body;
import java.util.Optional;
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
    Lowering inner = body.closure(named);
    inner.body(inside);
    Gatherings.Kind kind = head.apply(inner);
    int place = body.slots.gathering();
    var direct =
        new Comprehension.Direct(kind, place, inner.finish(new Comprehension.Add(kind, place)));
    if (!body.looped || inner.effects) {
      return direct;
    }
    return outer.isEmpty()
        ? new Comprehension.Once(body.linker.memory(), direct)
        : grouped(outer, inside, head).map(how -> grouped(how, outer, direct)).orElse(direct);
  }

  private Node grouped(Comprehension.Grouped.Grouping how, Set<String> outer, Node direct) {
    return new Comprehension.Grouped(how, slots(outer), direct);
  }

  /// How to group by the variables around, where that is possible.
  private Optional<Comprehension.Grouped.Grouping> grouped(
      Set<String> outer, Body inside, Function<Lowering, Gatherings.Kind> head) {
    if (!body.grouping.isEmpty()) {
      return Optional.empty();
    }
    Nodes.Slot[] around = slots(outer);
    Lowering trial = body.trial(outer);
    try {
      trial.body(inside);
      if (!trial.bound.containsAll(outer)) {
        return Optional.empty();
      }
      Gatherings.Kind kind = head.apply(trial);
      int place = body.slots.gathering();
      Step chain = trial.finish(new Comprehension.AddToGroup(kind, slots(outer), place));
      return Optional.of(
          new Comprehension.Grouped.Grouping(kind, body.linker.memory(), place, chain));
    } catch (Unbound e) {
      return Optional.empty();
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
