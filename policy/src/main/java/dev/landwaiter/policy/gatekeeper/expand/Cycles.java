package dev.landwaiter.policy.gatekeeper.expand;

import dev.landwaiter.policy.gatekeeper.RefusedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds templates that make each other's objects without an end.
final class Cycles {
  private final TemplateIndex index;
  private final Map<String, Integer> open = new HashMap<>();

  private Cycles(TemplateIndex index) {
    this.index = index;
  }

  /// Refuses a set of templates in which one leads back to itself.
  static void check(TemplateIndex index) throws RefusedException {
    var cycles = new Cycles(index);
    for (ExpansionTemplate template : index.all()) {
      cycles.from(template);
    }
  }

  /// Walks over all templates that come after one, without recursion: chains may be long.
  private void from(ExpansionTemplate first) throws RefusedException {
    if (open.containsKey(first.name())) {
      return;
    }
    Deque<ExpansionTemplate> way = new ArrayDeque<>();
    way.push(first);
    open.put(first.name(), 0);
    while (!way.isEmpty()) {
      ExpansionTemplate here = way.element();
      List<ExpansionTemplate> next = index.of(here.generated());
      int at = open.getOrDefault(here.name(), 0);
      if (at >= next.size()) {
        open.put(here.name(), Integer.MAX_VALUE);
        way.pop();
        continue;
      }
      open.put(here.name(), at + 1);
      ExpansionTemplate after = next.get(at);
      Integer seen = open.get(after.name());
      if (seen == null) {
        open.put(after.name(), 0);
        way.push(after);
      } else if (seen != Integer.MAX_VALUE) {
        throw new RefusedException(
            "the ExpansionTemplates form a cycle: what %s makes leads to %s again"
                .formatted(here.name(), after.name()));
      }
    }
  }
}
