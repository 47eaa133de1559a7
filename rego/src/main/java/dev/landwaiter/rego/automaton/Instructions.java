package dev.landwaiter.rego.automaton;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern as instructions of a machine that may be in many places at once. Instruction 0 is the
/// end.
final class Instructions {
  static final int MATCH = 0;

  /// What an instruction does before it goes on.
  enum Kind {
    MATCH,
    /// Takes one character.
    TAKE,
    /// Goes on at two places.
    FORK,
    /// Goes on at the start of the text only.
    START,
    /// Goes on at the end of the text only.
    END
  }

  /// One instruction.
  ///
  /// @param taken the characters of ASCII it takes
  record Instruction(Kind kind, @Nullable BitSet taken, int next, int other) {}

  private final List<Instruction> all = new ArrayList<>();

  Instructions() {
    all.add(new Instruction(Kind.MATCH, null, 0, 0));
  }

  int add(Kind kind, @Nullable BitSet taken, int next, int other) {
    all.add(new Instruction(kind, taken, next, other));
    return all.size() - 1;
  }

  /// A place that is filled later, for loops.
  int hold() {
    return add(Kind.FORK, null, 0, 0);
  }

  void fill(int place, int next, int other) {
    all.set(place, new Instruction(Kind.FORK, null, next, other));
  }

  Instruction at(int place) {
    return all.get(place);
  }
}
