package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.eval.Choice.Definition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All rules of one branch, as they are evaluated together.
@SuppressWarnings("ReferenceEquality") // what stands for "nothing" is one object
final class Group implements Callable {
  static final String COMPLETE_CONFLICT = "complete rules must not produce multiple outputs";
  static final String FUNCTION_CONFLICT =
      "functions must not produce multiple outputs for same inputs";
  private static final Value[] NO_VALUES = {};

  final Branch branch;
  final Branch.Kind kind;

  /// Where a scope keeps the whole value, or a function's results.
  private final int memory;

  /// Where a scope keeps what single keys gave.
  private final int keys;

  private RuleIndex all = RuleIndex.none(List.of());
  private @Nullable Definition fallback;

  /// Whether all definitions give the same constant, so that one success is enough.
  private boolean alike;

  /// Whether a function does more than call built-in ones, so that results are worth keeping.
  private boolean heavy;

  private final boolean flat;
  private final Map<Integer, Keyed> keyed = new HashMap<>();
  private final Set<Integer> reserved = new HashSet<>();

  /// The rules compiled for keys that are known.
  ///
  /// @param direct whether each definition gives just the value at the end of the keys
  /// @param number of this way of asking, among those of the group
  record Keyed(List<Definition> definitions, boolean direct, int number) {}

  Group(Branch branch, int memory, int keys) {
    this.branch = branch;
    this.kind = branch.kind();
    this.flat = branch.isFlat();
    this.memory = memory;
    this.keys = keys;
  }

  /// How the linker completes the group.
  record Traits(boolean alike, boolean heavy, @Nullable Definition fallback) {}

  void complete(RuleIndex rules, Traits traits) {
    this.all = rules;
    this.alike = traits.alike();
    this.heavy = traits.heavy();
    this.fallback = traits.fallback();
  }

  /// Whether nobody asked for this number of known keys before.
  boolean reserve(int length) {
    return reserved.add(length);
  }

  void complete(int length, Definition[] definitions, boolean direct) {
    keyed.put(length, new Keyed(List.of(definitions), direct, keyed.size()));
  }

  Keyed keyed(int length) {
    return Objects.requireNonNull(keyed.get(length));
  }

  /// The whole value, or null for undefined.
  @Nullable Value value(Scope scope) {
    if (kind == Branch.Kind.FUNCTION) {
      return null;
    }
    if (scope.isReplaced(branch.number)) {
      return Paths.base(scope.data, branch.path);
    }
    Object known = scope.memory[memory];
    if (known == null) {
      scope.run.enter();
      Value made =
          switch (kind) {
            case COMPLETE -> single(scope, NO_VALUES);
            case SET -> set(scope);
            case OBJECT -> object(scope, all.find(scope, NO_VALUES), NO_VALUES);
            case FUNCTION -> null;
          };
      scope.run.leave();
      scope.memory[memory] = Scope.kept(made);
      return made;
    }
    return Scope.value(known);
  }

  private @Nullable Value single(Scope scope, Value[] arguments) {
    Value found = null;
    var from = new Choice.From();
    for (Definition definition : all.find(scope, arguments)) {
      Value value = definition.value(scope, arguments, from);
      if (value == null) {
        continue;
      }
      if (found != null && !found.equals(value)) {
        throw Halt.conflict(
            kind == Branch.Kind.FUNCTION ? FUNCTION_CONFLICT : COMPLETE_CONFLICT, from.at);
      }
      found = value;
      if (alike) {
        break;
      }
    }
    return found == null && fallback != null ? fallback.value(scope, arguments, from) : found;
  }

  private Value set(Scope scope) {
    var sink = new Tree.Collected();
    fill(scope, all.find(scope, NO_VALUES), NO_VALUES, sink);
    return sink.draft.finish();
  }

  private static void fill(
      Scope scope, Definition[] definitions, Value[] arguments, Frame.Gathering sink) {
    for (Definition definition : definitions) {
      var _ = definition.fill(scope, arguments, sink);
    }
  }

  private Value object(Scope scope, Definition[] definitions, Value[] arguments) {
    if (flat) {
      var sink = new Tree.Flat();
      fill(scope, definitions, arguments, sink);
      return sink.finish();
    }
    var sink = new Tree.Nested();
    fill(scope, definitions, arguments, sink);
    return sink.finish();
  }

  /// What lies at the end of keys inside the value, working out no more than they ask for.
  @Nullable Value at(Scope scope, Keyed rules, Value[] path) {
    if (scope.isReplaced(branch.number)) {
      Value base = Paths.base(scope.data, branch.path);
      return base == null ? null : Tree.at(base, path);
    }
    Object whole = scope.memory[memory];
    if (whole != null) {
      Value value = Scope.value(whole);
      return value == null ? null : Tree.at(value, path);
    }
    Map<Object, Object> known = scope.table(keys + rules.number());
    Object key = path.length == 1 ? path[0] : ArrayValue.of(path);
    Object before = known.get(key);
    if (before == null) {
      scope.run.enter();
      Value made = find(scope, rules, path);
      scope.run.leave();
      known.put(key, Scope.kept(made));
      return made;
    }
    return Scope.value(before);
  }

  private @Nullable Value find(Scope scope, Keyed rules, Value[] path) {
    if (kind == Branch.Kind.SET) {
      var sink = new Tree.Collected();
      for (Definition definition : rules.definitions()) {
        var _ = definition.fill(scope, path, sink);
        if (sink.draft.contains(path[0])) {
          return path[0];
        }
      }
      return null;
    }
    if (!rules.direct()) {
      return Tree.at(object(scope, rules.definitions().toArray(Definition[]::new), path), path);
    }
    Value found = null;
    var from = new Choice.From();
    for (Definition definition : rules.definitions()) {
      Value value = definition.value(scope, path, from);
      if (value != null && found != null && !found.equals(value)) {
        throw Halt.keys(from.at);
      }
      found = value == null ? found : value;
    }
    return found;
  }

  @Override
  public @Nullable Value call(Scope scope, Value[] arguments) {
    FunctionMemory known = null;
    Object key = null;
    if (heavy) {
      known = (FunctionMemory) scope.memory[memory];
      if (known == null) {
        known = new FunctionMemory();
        scope.memory[memory] = known;
      }
      if (known.isWorthwhile()) {
        key = arguments.length == 1 ? arguments[0] : ArrayValue.of(arguments);
        Object before = known.get(key);
        if (before != null) {
          return Scope.value(before);
        }
      }
    }
    scope.run.enter();
    Value made = single(scope, arguments);
    scope.run.leave();
    if (known != null && key != null) {
      known.put(key, Scope.kept(made));
    }
    return made;
  }
}
