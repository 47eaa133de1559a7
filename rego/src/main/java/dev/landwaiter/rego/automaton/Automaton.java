package dev.landwaiter.rego.automaton;

import dev.landwaiter.rego.automaton.Instructions.Instruction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells whether a pattern is found anywhere in a text of ASCII, with one look-up for each
/// character.
public final class Automaton {
  private static final int CHARACTERS = 128;
  private static final int MOST_STATES = 400;
  private static final int MOST_INSTRUCTIONS = 2_000;

  /// States of which nothing more is to be seen.
  private static final short LOST = -1;

  private static final short FOUND = -2;

  /// What an answer can be.
  public enum Found {
    YES,
    NO,
    /// The text holds characters outside ASCII.
    UNKNOWN
  }

  /// Next states by state and character.
  private final short[] table;

  /// Whether the text may end in a state.
  private final boolean[] ends;

  private final boolean always;

  private Automaton(short[] table, boolean[] ends, boolean always) {
    this.table = table;
    this.ends = ends;
    this.always = always;
  }

  /// The automaton of a pattern in RE2's syntax; empty when the pattern is unusual or too large:
  /// that says nothing about whether it is right.
  public static Optional<Automaton> of(String pattern) {
    return PatternReader.read(pattern).flatMap(Automaton::of);
  }

  private static Optional<Automaton> of(Expression expression) {
    if (expression.size() > MOST_INSTRUCTIONS) {
      return Optional.empty();
    }
    var instructions = new Instructions();
    int start = expression.write(instructions, Instructions.MATCH);
    return new Making(instructions, start).make();
  }

  /// Whether the pattern is found in a text.
  public Found find(String text) {
    if (always) {
      return Found.YES;
    }
    int state = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      if (character >= CHARACTERS) {
        return Found.UNKNOWN;
      }
      state = table[state * CHARACTERS + character];
      if (state < 0) {
        return state == FOUND ? Found.YES : restIsKnown(text, i + 1);
      }
    }
    return ends[state] ? Found.YES : Found.NO;
  }

  /// Nothing can be found any more, whatever follows: all patterns read here take ASCII only where
  /// they begin, and a lost state has no way on.
  private static Found restIsKnown(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) >= CHARACTERS) {
        return Found.UNKNOWN;
      }
    }
    return Found.NO;
  }

  /// An automaton in the making.
  private static final class Making {
    private final Instructions instructions;
    private final int start;
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> states = new ArrayList<>();

    Making(Instructions instructions, int start) {
      this.instructions = instructions;
      this.start = start;
    }

    Optional<Automaton> make() {
      BitSet first = new BitSet();
      reach(start, true, false, first);
      if (first.get(Instructions.MATCH)) {
        return Optional.of(new Automaton(new short[0], new boolean[0], true));
      }
      // Nothing leads back to it, as only here the text begins.
      states.add(first);
      List<short[]> rows = new ArrayList<>();
      for (int i = 0; i < states.size(); i++) {
        if (states.size() > MOST_STATES) {
          return Optional.empty();
        }
        rows.add(row(states.get(i)));
      }
      short[] table = new short[rows.size() * CHARACTERS];
      boolean[] ends = new boolean[rows.size()];
      for (int i = 0; i < rows.size(); i++) {
        System.arraycopy(rows.get(i), 0, table, i * CHARACTERS, CHARACTERS);
        ends[i] = canEnd(states.get(i), i == 0);
      }
      return Optional.of(new Automaton(table, ends, false));
    }

    private int number(BitSet state) {
      Integer known = numbers.get(state);
      if (known == null) {
        known = states.size();
        numbers.put(state, known);
        states.add(state);
      }
      return known;
    }

    private short[] row(BitSet state) {
      var row = new short[CHARACTERS];
      for (int character = 0; character < CHARACTERS; character++) {
        var next = new BitSet();
        for (int i = state.nextSetBit(0); i >= 0; i = state.nextSetBit(i + 1)) {
          Instruction one = instructions.at(i);
          if (one.taken() != null && one.taken().get(character)) {
            reach(one.next(), false, false, next);
          }
        }
        // The pattern may begin anywhere.
        reach(start, false, false, next);
        row[character] =
            next.get(Instructions.MATCH) ? FOUND : next.isEmpty() ? LOST : (short) number(next);
      }
      return row;
    }

    /// Whether the end of the text completes a match. Only the first state may also stand at the
    /// start of the text.
    private boolean canEnd(BitSet state, boolean atStart) {
      var reached = new BitSet();
      for (int i = state.nextSetBit(0); i >= 0; i = state.nextSetBit(i + 1)) {
        reach(i, atStart, true, reached);
      }
      return reached.get(Instructions.MATCH);
    }

    /// Adds the instructions that can be reached without taking a character. Those that wait for
    /// the end of the text are kept as they are.
    private void reach(int from, boolean atStart, boolean atEnd, BitSet into) {
      var seen = new BitSet();
      var open = new ArrayList<Integer>(List.of(from));
      while (!open.isEmpty()) {
        int place = open.removeLast();
        if (seen.get(place)) {
          continue;
        }
        seen.set(place);
        Instruction one = instructions.at(place);
        switch (one.kind()) {
          case MATCH, TAKE -> into.set(place);
          case FORK -> {
            open.add(one.next());
            open.add(one.other());
          }
          case START -> {
            if (atStart) {
              open.add(one.next());
            }
          }
          case END -> {
            into.set(place);
            if (atEnd) {
              open.add(one.next());
            }
          }
        }
      }
    }
  }
}
