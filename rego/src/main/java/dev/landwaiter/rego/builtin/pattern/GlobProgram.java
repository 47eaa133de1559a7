package dev.landwaiter.rego.builtin.pattern;

import java.util.ArrayList;
import java.util.List;

/// A glob as an automaton whose states are followed all at once: a match takes at most states ×
/// characters steps, and no memory but for two sets of states.
final class GlobProgram {
  private static final int LARGEST = 4_096;

  /// What a state takes.
  private sealed interface State {
    /// One code point, then the state of this number.
    record Take(Test test, int next) implements State {}

    /// Any number of code points, then the state of this number.
    record Loop(Test test, int next) implements State {}

    record Split(List<Integer> next) implements State {}

    record Accept() implements State {}
  }

  /// A test of code points.
  @FunctionalInterface
  private interface Test {
    boolean takes(int point);
  }

  private final List<State> states = new ArrayList<>();
  private final State[] program;
  private final long[][] closures;
  private final long[] start;
  private final int words;

  private GlobProgram(List<GlobPart> parts, String separators) throws GlobSyntaxException {
    states.add(new State.Accept());
    int first = link(parts, 0, point -> separators.indexOf(point) < 0);
    program = states.toArray(State[]::new);
    words = (program.length + 63) / 64;
    closures = new long[program.length][];
    // States are linked from last to first: what a state leads to without reading comes before it.
    for (int i = 0; i < program.length; i++) {
      closures[i] = closure(i);
    }
    start = closures[first];
  }

  /// @param separators the characters that `*` and `?` do not take
  static GlobProgram compile(String pattern, String separators) throws GlobSyntaxException {
    return new GlobProgram(new GlobReader(pattern).read(), separators);
  }

  private int link(List<GlobPart> parts, int next, Test inside) throws GlobSyntaxException {
    int following = next;
    for (GlobPart part : parts.reversed()) {
      following =
          switch (part) {
            case GlobPart.Text(String text) -> linkText(text, following);
            case GlobPart.One _ -> add(new State.Take(inside, following));
            case GlobPart.Any _ -> add(new State.Loop(inside, following));
            case GlobPart.All _ -> add(new State.Loop(_ -> true, following));
            case GlobPart.OneOf(String points, boolean negated) ->
                add(new State.Take(point -> (points.indexOf(point) >= 0) != negated, following));
            case GlobPart.Range(int low, int high, boolean negated) ->
                add(new State.Take(point -> (point >= low && point <= high) != negated, following));
            case GlobPart.Choice(var alternatives) -> {
              var starts = new ArrayList<Integer>();
              for (List<GlobPart> alternative : alternatives) {
                starts.add(link(alternative, following, inside));
              }
              yield add(new State.Split(starts));
            }
          };
    }
    return following;
  }

  private int linkText(String text, int next) throws GlobSyntaxException {
    int following = next;
    int[] points = text.codePoints().toArray();
    for (int i = points.length - 1; i >= 0; i--) {
      int wanted = points[i];
      following = add(new State.Take(point -> point == wanted, following));
    }
    return following;
  }

  private int add(State state) throws GlobSyntaxException {
    if (states.size() >= LARGEST) {
      throw new GlobSyntaxException("a glob of more than the " + LARGEST + " parts allowed");
    }
    states.add(state);
    return states.size() - 1;
  }

  private long[] closure(int state) {
    var closure = new long[words];
    closure[state >> 6] |= 1L << (state & 63);
    switch (program[state]) {
      case State.Loop(_, int next) -> join(closures[next], closure);
      case State.Split(var nexts) -> nexts.forEach(next -> join(closures[next], closure));
      case State.Take _, State.Accept _ -> {}
    }
    return closure;
  }

  private static void join(long[] from, long[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] |= from[i];
    }
  }

  boolean matches(String text) {
    return words == 1 ? matchesNarrow(text) : matchesWide(text);
  }

  private boolean matchesNarrow(String text) {
    long current = start[0];
    for (int i = 0; i < text.length() && current != 0; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      long following = 0;
      for (long rest = current; rest != 0; rest &= rest - 1) {
        int state = Long.numberOfTrailingZeros(rest);
        int next = next(state, point);
        following |= next < 0 ? 0 : closures[next][0];
      }
      current = following;
    }
    return (current & 1) != 0;
  }

  private boolean matchesWide(String text) {
    long[] current = start.clone();
    long[] following = new long[words];
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      java.util.Arrays.fill(following, 0);
      for (int word = 0; word < words; word++) {
        for (long rest = current[word]; rest != 0; rest &= rest - 1) {
          int next = next((word << 6) + Long.numberOfTrailingZeros(rest), point);
          if (next >= 0) {
            join(closures[next], following);
          }
        }
      }
      long[] swap = current;
      current = following;
      following = swap;
    }
    return (current[0] & 1) != 0;
  }

  /// The state a state leads to with a code point, or -1.
  private int next(int state, int point) {
    return switch (program[state]) {
      case State.Take(Test test, int next) -> test.takes(point) ? next : -1;
      case State.Loop(Test test, _) -> test.takes(point) ? state : -1;
      case State.Split _, State.Accept _ -> -1;
    };
  }
}
