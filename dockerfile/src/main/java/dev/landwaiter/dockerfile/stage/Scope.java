package dev.landwaiter.dockerfile.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The variables of one stage, and of the stages it is built from (reference: 7.3).
///
/// Each value remembers the instruction that set it, so that the scope can be asked how it was at
/// an earlier point.
final class Scope implements Variables {
  private static final int MAX_DEPTH = 32;
  private static final int NOW = Integer.MAX_VALUE;

  /// A value of a name from one instruction on.
  ///
  /// @param since index of the instruction
  /// @param value nothing where ARG only declares the name
  /// @param certain whether the value is the same in every build by default
  /// @param env whether ENV set it, or the base image
  /// @param before the value that it hid, of this stage
  private record Entry(
      int since, Optional<String> value, boolean certain, boolean env, Optional<Entry> before) {}

  private final Optional<Scope> parent;
  private final int depth;
  private final boolean folds;
  private final Map<String, Entry> entries = new HashMap<>();

  private Scope(Optional<Scope> parent, int depth, boolean folds) {
    this.parent = parent;
    this.depth = depth;
    this.folds = folds;
  }

  /// Without any variable.
  ///
  /// @param folds whether upper and lower case are the same in names
  static Scope empty(boolean folds) {
    return new Scope(Optional.empty(), 0, folds);
  }

  /// For a stage that is built from another.
  Scope child() {
    if (depth < MAX_DEPTH) {
      return new Scope(Optional.of(this), depth + 1, folds);
    }
    var flat = new Scope(Optional.empty(), 0, folds);
    flat.copy(this);
    return flat;
  }

  private void copy(Scope other) {
    other.parent.ifPresent(this::copy);
    other.entries.forEach((name, entry) ->
        entries.put(name, new Entry(-1, entry.value, entry.certain, entry.env, Optional.empty())));
  }

  private String key(String name) {
    return folds ? name.toUpperCase(Locale.ROOT) : name;
  }

  private Optional<Entry> entry(String name, int before) {
    String key = key(name);
    Optional<Scope> scope = Optional.of(this);
    int limit = before;
    while (scope.isPresent()) {
      Optional<Entry> entry = Optional.ofNullable(scope.get().entries.get(key));
      while (entry.isPresent() && entry.get().since >= limit) {
        entry = entry.get().before;
      }
      if (entry.isPresent()) {
        return entry;
      }
      scope = scope.get().parent;
      limit = NOW;
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> get(String name) {
    return entry(name, NOW).flatMap(Entry::value);
  }

  /// Whether the name is set, or ARG declares it.
  boolean declared(String name) {
    return entry(name, NOW).isPresent();
  }

  boolean certain(String name) {
    return entry(name, NOW).filter(each -> each.certain && each.value.isPresent()).isPresent();
  }

  /// Whether a text is the same in every build by default.
  boolean certain(Expansion expansion) {
    for (String name : expansion.used()) {
      if (!certain(name)) {
        return false;
      }
    }
    return expansion.unset().isEmpty();
  }

  /// The value just before an instruction, where every build has the same by default.
  Optional<String> constant(String name, int before) {
    return entry(name, before).filter(Entry::certain).flatMap(Entry::value);
  }

  void env(int since, String name, String value, boolean certain) {
    put(name, since, Optional.of(value), certain, true);
  }

  /// Takes what ARG says; a value of ENV stays.
  void argument(int since, String name, Optional<String> value, boolean certain) {
    Optional<Entry> there = entry(name, NOW);
    if (there.isPresent() && (there.get().env || value.isEmpty())) {
      return;
    }
    put(name, since, value, certain, false);
  }

  private void put(String name, int since, Optional<String> value, boolean certain, boolean env) {
    String key = key(name);
    Optional<Entry> before = Optional.ofNullable(entries.get(key));
    entries.put(key, new Entry(since, value, certain, env, before));
  }

  /// All names that are set or declared.
  List<String> names() {
    Set<String> names = new TreeSet<>();
    Optional<Scope> scope = Optional.of(this);
    while (scope.isPresent()) {
      names.addAll(scope.get().entries.keySet());
      scope = scope.get().parent;
    }
    return new ArrayList<>(names);
  }
}
