package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.eval.Choice.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the definitions that may hold by one value most of them ask for.
final class RuleIndex {
  private static final int FEWEST = 3;

  private final Definition[] all;
  private final @Nullable Where where;
  private final Map<Value, Definition[]> candidates;
  private final Definition[] others;

  /// Where to look: at an argument, or at a node when that is there.
  record Where(int argument, Optional<Node> node) {}

  /// A definition and, where it asks for one, the value it wants to see.
  record Entry(Definition definition, @Nullable Value wanted) {}

  private RuleIndex(@Nullable Where where, List<Entry> entries) {
    this.where = where;
    this.all = entries.stream().map(Entry::definition).toArray(Definition[]::new);
    this.candidates = new LinkedHashMap<>();
    Map<Value, List<Definition>> lists = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.wanted() != null) {
        lists.putIfAbsent(entry.wanted(), new ArrayList<>());
      }
    }
    List<Definition> rest = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.wanted() == null) {
        rest.add(entry.definition());
        lists.values().forEach(list -> list.add(entry.definition()));
      } else {
        lists.computeIfAbsent(entry.wanted(), _ -> new ArrayList<>()).add(entry.definition());
      }
    }
    lists.forEach((value, list) -> candidates.put(value, list.toArray(Definition[]::new)));
    this.others = rest.toArray(Definition[]::new);
  }

  /// All definitions at all times.
  static RuleIndex none(List<Definition> definitions) {
    return new RuleIndex(null, definitions.stream().map(one -> new Entry(one, null)).toList());
  }

  /// An index by what is found somewhere; none when too few ask for it.
  static RuleIndex of(Where where, List<Entry> entries) {
    long asking = entries.stream().filter(entry -> entry.wanted() != null).count();
    return new RuleIndex(asking < FEWEST ? null : where, entries);
  }

  /// The definitions that may hold, in their order.
  Definition[] find(Scope scope, Value[] arguments) {
    Where at = where;
    if (at == null || !scope.run.indexing) {
      return all;
    }
    Value value =
        at.node().isEmpty() ? arguments[at.argument()] : at.node().get().eval(new Frame(scope));
    return value == null ? others : candidates.getOrDefault(value, others);
  }
}
