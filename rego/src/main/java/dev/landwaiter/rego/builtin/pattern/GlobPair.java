package dev.landwaiter.rego.builtin.pattern;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;

/// `regex.globs_match`: whether some text that is not empty matches two simple patterns.
final class GlobPair {
  /// Places of one pattern times those of the other.
  private static final int LARGEST = 20_000_000;

  private final List<GlobToken> left;
  private final List<GlobToken> right;

  /// Pairs of places reached, first with nothing read, then with something.
  private final BitSet reached = new BitSet();

  private final ArrayDeque<Integer> open = new ArrayDeque<>();

  private GlobPair(List<GlobToken> left, List<GlobToken> right) {
    this.left = left;
    this.right = right;
  }

  static boolean meet(Surroundings surroundings, String left, String right)
      throws BuiltinException {
    var pair = new GlobPair(GlobToken.read(left), GlobToken.read(right));
    long places = (pair.left.size() + 1L) * (pair.right.size() + 1L) * 2;
    if (places > LARGEST) {
      throw BuiltinException.halt("patterns with more than the " + LARGEST + " places allowed");
    }
    surroundings.reserve(places >> 6);
    return pair.meet(surroundings);
  }

  private int place(int i, int j, boolean some) {
    return ((i * (right.size() + 1)) + j) * 2 + (some ? 1 : 0);
  }

  private void add(int i, int j, boolean some) {
    int place = place(i, j, some);
    if (!reached.get(place)) {
      reached.set(place);
      open.add(place);
    }
  }

  private boolean meet(Surroundings surroundings) throws BuiltinException {
    add(0, 0, false);
    while (!open.isEmpty()) {
      surroundings.check();
      int place = open.poll();
      boolean some = (place & 1) != 0;
      int i = (place >> 1) / (right.size() + 1);
      int j = (place >> 1) % (right.size() + 1);
      if (some && i == left.size() && j == right.size()) {
        return true;
      }
      if (i < left.size() && left.get(i).mayBeAbsent()) {
        add(i + 1, j, some);
      }
      if (j < right.size() && right.get(j).mayBeAbsent()) {
        add(i, j + 1, some);
      }
      if (i < left.size() && j < right.size() && left.get(i).meets(right.get(j))) {
        read(i, j);
      }
    }
    return false;
  }

  /// Both take one character; what may repeat may also stay.
  private void read(int i, int j) {
    add(i + 1, j + 1, true);
    if (left.get(i).mayRepeat()) {
      add(i, j + 1, true);
    }
    if (right.get(j).mayRepeat()) {
      add(i + 1, j, true);
    }
    if (left.get(i).mayRepeat() && right.get(j).mayRepeat()) {
      add(i, j, true);
    }
  }
}
