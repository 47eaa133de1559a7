package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The documents and functions in force, and what was worked out under them. `with` makes another
/// one.
final class Scope {
  /// Stands for undefined where null means unknown.
  private static final Object NOTHING = new Object();

  final Run run;
  final @Nullable Scope outer;
  final @Nullable Value input;
  final Value data;

  /// Parts of the rule tree that are replaced, by number; null when none is.
  final boolean @Nullable [] replaced;

  /// Functions that are replaced, by name; null when none is.
  final @Nullable Map<String, Mock> mocks;

  /// By the numbers of rules, comprehensions and functions.
  final @Nullable Object[] memory;

  private @Nullable Scope original;

  private Scope(Scope like, Parts parts, @Nullable Scope outer) {
    this.run = like.run;
    this.outer = outer;
    this.input = parts.input;
    this.data = parts.data;
    this.replaced = parts.replaced;
    this.mocks = parts.mocks;
    this.memory = new @Nullable Object[like.memory.length];
  }

  Scope(Run run, @Nullable Value input, Value data, int memory) {
    this.run = run;
    this.outer = null;
    this.input = input;
    this.data = data;
    this.replaced = null;
    this.mocks = null;
    this.memory = new @Nullable Object[memory];
  }

  /// What `with` can change.
  static final class Parts {
    private final @Nullable Value input;
    private final Value data;
    private final boolean @Nullable [] replaced;
    private final @Nullable Map<String, Mock> mocks;

    Parts(
        @Nullable Value input,
        Value data,
        boolean @Nullable [] replaced,
        @Nullable Map<String, Mock> mocks) {
      this.input = input;
      this.data = data;
      this.replaced = replaced;
      this.mocks = mocks;
    }
  }

  /// What stands in for a function: a value or another function.
  record Mock(@Nullable Value value, @Nullable Callable function) {}

  Scope inner(Parts parts) {
    return new Scope(this, parts, this);
  }

  /// This scope with no function replaced: what replacements of functions see.
  Scope unmocked() {
    if (mocks == null) {
      return this;
    }
    Scope known = original;
    if (known == null) {
      known = new Scope(this, new Parts(input, data, replaced, null), outer);
      original = known;
    }
    return known;
  }

  /// What is kept for a value that is known, or known to be undefined.
  static Object kept(@Nullable Value value) {
    return value == null ? NOTHING : value;
  }

  /// The value something was kept for.
  static @Nullable Value value(Object kept) {
    return kept instanceof Value value ? value : null;
  }

  boolean isReplaced(int branch) {
    return replaced != null && replaced[branch];
  }

  /// The memory of a rule that is asked for single keys, or of a function.
  @SuppressWarnings("unchecked") // each number always holds one kind
  Map<Object, Object> table(int number) {
    Object known = memory[number];
    if (known == null) {
      known = new HashMap<Object, Object>();
      memory[number] = known;
    }
    return (Map<Object, Object>) known;
  }
}
