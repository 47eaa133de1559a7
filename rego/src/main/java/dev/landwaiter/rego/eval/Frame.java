package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import org.jspecify.annotations.Nullable;

/// The variables of one rule while it is evaluated.
final class Frame {
  /// The documents in force; changes inside `with`.
  Scope scope;

  /// Variables by the slots the compiler gave them. A slot is read only where its variable is known
  /// to be bound.
  final Object[] slots;

  /// What comprehensions and rules gather, by place.
  final Gathering[] gatherings;

  /// The value of a rule with one value.
  @Nullable Value result;

  /// What partial rules add to.
  @Nullable Gathering sink;

  Frame(Scope scope, Slots.Size size) {
    this.scope = scope;
    this.slots = new Object[size.slots()];
    this.gatherings = size.gatherings() == 0 ? NONE : new Gathering[size.gatherings()];
  }

  /// A frame for nodes that read no variables.
  Frame(Scope scope) {
    this.scope = scope;
    this.slots = NO_VALUES;
    this.gatherings = NONE;
  }

  Gathering sinkOrThrow() {
    if (sink == null) {
      throw new IllegalStateException("a partial rule needs what it adds to");
    }
    return sink;
  }

  private static final Gathering[] NONE = {};
  private static final Object[] NO_VALUES = {};

  /// Something in the making that steps at the end of a body add to.
  interface Gathering {}
}
