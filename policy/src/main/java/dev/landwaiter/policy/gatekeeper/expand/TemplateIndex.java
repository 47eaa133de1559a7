package dev.landwaiter.policy.gatekeeper.expand;

import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Templates by the kinds they apply to, in the order of their names.
final class TemplateIndex {
  private final List<ExpansionTemplate> all;
  private final Map<String, List<ExpansionTemplate>> byKind = new HashMap<>();

  /// Of two templates with one name the later counts.
  TemplateIndex(Collection<ExpansionTemplate> templates) {
    var sorted = new TreeMap<String, ExpansionTemplate>();
    templates.forEach(template -> sorted.put(template.name(), template));
    all = List.copyOf(sorted.values());
    for (ExpansionTemplate template : all) {
      template.applyTo().stream()
          .flatMap(entry -> entry.kinds().stream())
          .distinct()
          .forEach(kind -> byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(template));
    }
  }

  List<ExpansionTemplate> all() {
    return all;
  }

  List<ExpansionTemplate> of(GroupVersionKind type) {
    return byKind.getOrDefault(type.kind(), List.of()).stream()
        .filter(template -> template.isFor(type))
        .toList();
  }
}
