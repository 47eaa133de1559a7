package dev.landwaiter.rego.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Scopes inside scopes, each with the names declared or merely seen in it.
final class Scopes {
  /// How a name came into a scope.
  enum Occurrence {
    SEEN,
    ARGUMENT,
    ASSIGNED,
    DECLARED
  }

  /// A name in one scope.
  record Entry(String generated, Occurrence occurrence) {}

  private static final class Scope {
    final Map<String, Entry> entries = new HashMap<>();
    final Map<String, Integer> counts = new HashMap<>();
  }

  private final Deque<Scope> scopes = new ArrayDeque<>();

  Scopes() {
    push();
  }

  /// A copy of the one scope there is.
  Scopes copy() {
    var copy = new Scopes();
    copy.top().entries.putAll(top().entries);
    copy.top().counts.putAll(top().counts);
    return copy;
  }

  private Scope top() {
    return scopes.getFirst();
  }

  void push() {
    scopes.push(new Scope());
  }

  void pop() {
    scopes.pop();
  }

  void insert(String name, String generated, Occurrence occurrence) {
    top().entries.put(name, new Entry(generated, occurrence));
    top().counts.put(name, 1);
  }

  /// What a name is called in the innermost scope that knows it.
  Optional<String> declared(String name) {
    return known(name).map(Entry::generated);
  }

  Optional<Entry> known(String name) {
    for (Scope scope : scopes) {
      Entry entry = scope.entries.get(name);
      if (entry != null) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /// How the innermost scope knows a name.
  Optional<Occurrence> here(String name) {
    return Optional.ofNullable(top().entries.get(name)).map(Entry::occurrence);
  }

  void seen(String name) {
    for (Scope scope : scopes) {
      if (scope.counts.computeIfPresent(name, (_, count) -> count + 1) != null) {
        return;
      }
    }
    top().counts.put(name, 1);
  }

  int count(String name) {
    for (Scope scope : scopes) {
      Integer count = scope.counts.get(name);
      if (count != null) {
        return count;
      }
    }
    return 0;
  }

  /// Names of the innermost scope, by how they came there, in the order of their generated names.
  List<Map.Entry<String, String>> of(Occurrence occurrence) {
    var sorted = new TreeMap<String, String>();
    top()
        .entries
        .forEach((name, entry) -> {
          if (entry.occurrence() == occurrence) {
            sorted.put(entry.generated(), name);
          }
        });
    return new ArrayList<>(sorted.entrySet());
  }

  /// Generated names by the names declared in the innermost scope.
  Map<String, String> renamed() {
    var all = new HashMap<String, String>();
    top().entries.forEach((name, entry) -> all.put(name, entry.generated()));
    return all;
  }
}
