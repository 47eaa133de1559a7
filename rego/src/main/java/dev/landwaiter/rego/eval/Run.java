package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.query.Evaluation;
import java.util.ArrayList;
import java.util.List;

/// What all scopes of one evaluation share.
final class Run {
  final Evaluation surroundings;
  final boolean indexing;
  private final int deepest;
  private int depth;
  private List<RegoError> errors = List.of();

  Run(Evaluation surroundings, boolean indexing, int deepest) {
    this.surroundings = surroundings;
    this.indexing = indexing;
    this.deepest = deepest;
  }

  List<RegoError> errors() {
    return errors;
  }

  /// Takes back all errors but the first ones.
  ///
  /// @return whether there were more
  boolean forgetErrors(int first) {
    boolean more = errors.size() > first;
    if (more) {
      errors.subList(first, errors.size()).clear();
    }
    return more;
  }

  /// To be called once for each round of a loop.
  void check() {
    try {
      surroundings.check();
    } catch (BuiltinException e) {
      throw Halt.of(e);
    }
  }

  /// Counts values about to be made.
  void reserve(long values) {
    try {
      surroundings.reserve(values);
    } catch (BuiltinException e) {
      throw Halt.of(e);
    }
  }

  /// Begins a rule; [#leave] ends it unless the evaluation ends first.
  void enter() {
    if (++depth > deepest) {
      throw Halt.of(BuiltinException.halt("rules call each other more than " + deepest + " deep"));
    }
    check();
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /// Goes on after an error at a depth it was at before.
  void backTo(int before) {
    depth = before;
  }

  /// A built-in function failed: its call is undefined.
  void failed(String function, BuiltinException failure, Location at) {
    if (failure.isHalt()) {
      throw Halt.of(failure);
    }
    if (errors.isEmpty()) {
      errors = new ArrayList<>();
    }
    reserve(8);
    errors.add(RegoError.of(failure.code(), function + ": " + failure.getMessage(), at));
  }
}
