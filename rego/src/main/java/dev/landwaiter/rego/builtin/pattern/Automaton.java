package dev.landwaiter.rego.builtin.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Tells whether a text holds a match, by an automaton that is made as texts need it: a known
/// character costs one look-up. Any number of threads may use it; states never change once made,
/// and a transition that two threads make at once is the same for both.
final class Automaton {
  /// Steps of the expression; larger ones are left to the full engine.
  private static final int MOST_STEPS = 2_000;

  /// States that are kept; an expression that needs more is left to the full engine.
  private static final int MOST_STATES = 1_000;

  private static final int ASCII = 128;

  private sealed interface Step {
    record Take(Expression.One one, int next) implements Step {}

    record Split(int left, int right) implements Step {}

    record AtBegin(int next) implements Step {}

    record AtEnd(int next) implements Step {}

    record Accept() implements Step {}
  }

  /// Steps that wait for a character, and whether a match is found already or at the text's end.
  private static final class State {
    final int[] steps;
    final boolean found;
    final boolean foundAtEnd;
    final @Nullable State[] next = new State[ASCII];

    State(int[] steps, boolean found, boolean foundAtEnd) {
      this.steps = steps;
      this.found = found;
      this.foundAtEnd = foundAtEnd;
    }
  }

  private record Key(List<Integer> steps, boolean found, boolean foundAtEnd) {}

  private final Map<Key, State> states = new ConcurrentHashMap<>();
  private final List<Step> building = new ArrayList<>();
  private final Step[] program;
  private final int entry;
  private final State start;

  private Automaton(Expression expression) throws TooLarge {
    building.add(new Step.Accept());
    entry = link(expression, 0);
    program = building.toArray(Step[]::new);
    start = state(new int[0], 0, true);
  }

  /// An expression with too many steps; holds no stack.
  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("", null, false, false);
    }
  }

  /// The automaton of an expression, or nothing when that needs the full engine.
  static Optional<Automaton> of(String pattern) {
    try {
      Optional<Expression> expression = ExpressionReader.read(pattern);
      return expression.isPresent()
          ? Optional.of(new Automaton(expression.get()))
          : Optional.empty();
    } catch (TooLarge e) {
      return Optional.empty();
    }
  }

  private int add(Step step) throws TooLarge {
    if (building.size() >= MOST_STEPS) {
      throw new TooLarge();
    }
    building.add(step);
    return building.size() - 1;
  }

  private int link(Expression expression, int next) throws TooLarge {
    return switch (expression) {
      case Expression.One one -> add(new Step.Take(one, next));
      case Expression.Begin _ -> add(new Step.AtBegin(next));
      case Expression.End _ -> add(new Step.AtEnd(next));
      case Expression.Sequence(var parts) -> {
        int following = next;
        for (Expression part : parts.reversed()) {
          following = link(part, following);
        }
        yield following;
      }
      case Expression.Choice(var alternatives) -> {
        int all = link(alternatives.getLast(), next);
        for (Expression one : alternatives.subList(0, alternatives.size() - 1).reversed()) {
          all = add(new Step.Split(link(one, next), all));
        }
        yield all;
      }
      case Expression.Repeat(Expression what, int least, int most) ->
          linkRepeat(what, least, most, next);
    };
  }

  private int linkRepeat(Expression what, int least, int most, int next) throws TooLarge {
    int following = next;
    if (most < 0) {
      int loop = add(new Step.Accept());
      building.set(loop, new Step.Split(link(what, loop), next));
      following = loop;
    }
    for (int i = least; i < most; i++) {
      following = add(new Step.Split(link(what, following), next));
    }
    for (int i = 0; i < least; i++) {
      following = link(what, following);
    }
    return following;
  }

  /// Whether the text holds a match; nothing when only the full engine can tell.
  Optional<Boolean> finds(String text) {
    State state = start;
    int length = text.length();
    for (int i = 0; i < length && !state.found; ) {
      char c = text.charAt(i);
      State next = c < ASCII ? state.next[c] : null;
      if (next == null) {
        if (states.size() > MOST_STATES) {
          return Optional.empty();
        }
        int point = text.codePointAt(i);
        i += Character.charCount(point);
        next = step(state, point);
        if (point < ASCII) {
          state.next[point] = next;
        }
      } else {
        i++;
      }
      state = next;
    }
    return Optional.of(state.found || state.foundAtEnd);
  }

  private State step(State from, int point) {
    var reached = new int[from.steps.length];
    int count = 0;
    for (int step : from.steps) {
      if (program[step] instanceof Step.Take(var one, int next) && one.takes(point)) {
        reached[count++] = next;
      }
    }
    return state(reached, count, false);
  }

  /// The state of these steps and of a match that begins here.
  private State state(int[] reached, int count, boolean begin) {
    var seen = new boolean[program.length];
    var steps = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      follow(reached[i], begin, false, seen, steps);
    }
    follow(entry, begin, false, seen, steps);
    boolean found = seen[0];
    var seenAtEnd = new boolean[program.length];
    var ignored = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      follow(reached[i], begin, true, seenAtEnd, ignored);
    }
    follow(entry, begin, true, seenAtEnd, ignored);
    steps.sort(null);
    var key = new Key(steps, found, seenAtEnd[0]);
    return states.computeIfAbsent(
        key,
        made ->
            new State(
                made.steps().stream().mapToInt(Integer::intValue).toArray(),
                made.found(),
                made.foundAtEnd()));
  }

  private void follow(int first, boolean begin, boolean end, boolean[] seen, List<Integer> steps) {
    int[] waiting = new int[16];
    int count = 0;
    waiting[count++] = first;
    while (count > 0) {
      int step = waiting[--count];
      if (seen[step]) {
        continue;
      }
      seen[step] = true;
      if (count + 2 > waiting.length) {
        waiting = Arrays.copyOf(waiting, waiting.length * 2);
      }
      switch (program[step]) {
        case Step.Take _ -> steps.add(step);
        case Step.Split(int left, int right) -> {
          waiting[count++] = left;
          waiting[count++] = right;
        }
        case Step.AtBegin(int next) when begin -> waiting[count++] = next;
        case Step.AtEnd(int next) when end -> waiting[count++] = next;
        case Step.AtBegin _, Step.AtEnd _, Step.Accept _ -> {}
      }
    }
  }
}
