package dev.landwaiter.base.text;

import java.util.ArrayList;
import java.util.List;

/// A glob as states of an automaton, linked from the last part to the first.
///
/// All states are followed at once, so that a match takes at most states × characters steps.
final class GlobProgram {
  private static final int ACCEPT = 0;

  private sealed interface State {}

  private record Accept() implements State {}

  private record Literal(int point, int next) implements State {}

  private record OneOf(GlobPart.OneOf set, int next) implements State {}

  private record One(int next) implements State {}

  /// Stays on every character but separators.
  private record Star(int next) implements State {}

  /// Stays on every character; `last` when it ends the glob and so also matches its own folder.
  private record Deep(int next, boolean last) implements State {}

  private record Split(int left, int right) implements State {}

  private final List<State> states = new ArrayList<>();
  private final int start;

  GlobProgram(List<GlobPart> parts) {
    states.add(new Accept());
    start = link(parts, ACCEPT, true);
  }

  private int link(List<GlobPart> parts, int next, boolean atElementStart) {
    int following = next;
    for (int i = parts.size() - 1; i >= 0; i--) {
      boolean startsElement = i == 0 ? atElementStart : isSeparator(parts.get(i - 1));
      following =
          switch (parts.get(i)) {
            case GlobPart.Literal literal -> add(new Literal(literal.point(), following));
            case GlobPart.One one -> add(new One(following));
            case GlobPart.OneOf set -> add(new OneOf(set, following));
            case GlobPart.Star star -> add(new Star(following));
            case GlobPart.DoubleStar deep -> linkDeep(following, startsElement);
            case GlobPart.Choice choice -> linkChoice(choice, following, startsElement);
          };
    }
    return following;
  }

  private static boolean isSeparator(GlobPart part) {
    return part instanceof GlobPart.Literal literal && literal.point() == '/';
  }

  private int linkDeep(int next, boolean startsElement) {
    State follower = states.get(next);
    if (startsElement && follower instanceof Accept) {
      return add(new Deep(next, true));
    }
    if (startsElement && follower instanceof Literal slash && slash.point == '/') {
      return add(new Split(add(new Deep(next, false)), slash.next));
    }
    return add(new Star(next));
  }

  private int linkChoice(GlobPart.Choice choice, int next, boolean startsElement) {
    int all = -1;
    for (List<GlobPart> alternative : choice.alternatives()) {
      int one = link(alternative, next, startsElement);
      all = all < 0 ? one : add(new Split(all, one));
    }
    return all;
  }

  private int add(State state) {
    states.add(state);
    return states.size() - 1;
  }

  boolean matches(String path) {
    var current = new StateSet(states.size());
    var following = new StateSet(states.size());
    reach(start, current);
    for (int i = 0; i < path.length() && current.size > 0; ) {
      int point = path.codePointAt(i);
      i += Character.charCount(point);
      step(current, point, following);
      var swap = current;
      current = following;
      following = swap;
    }
    if (current.contains(ACCEPT)) {
      return true;
    }
    // A last `**` matches the folder before it, too: `a/**` matches `a`.
    step(current, '/', following);
    for (int i = 0; i < following.size; i++) {
      if (states.get(following.members[i]) instanceof Deep deep && deep.last) {
        return true;
      }
    }
    return false;
  }

  private void step(StateSet from, int point, StateSet to) {
    to.clear();
    boolean separator = point == '/';
    for (int i = 0; i < from.size; i++) {
      int state = from.members[i];
      switch (states.get(state)) {
        case Literal literal when literal.point == point -> reach(literal.next, to);
        case One one when !separator -> reach(one.next, to);
        case OneOf set when !separator && set.set.matches(point) -> reach(set.next, to);
        case Star star when !separator -> reach(state, to);
        case Deep deep -> reach(state, to);
        case Literal literal -> {}
        case One one -> {}
        case OneOf set -> {}
        case Star star -> {}
        case Split split -> {}
        case Accept accept -> {}
      }
    }
  }

  /// Adds a state and all that are reached from it without a character.
  private void reach(int first, StateSet set) {
    int state = first;
    int waiting = 0;
    while (true) {
      int next = -1;
      if (set.add(state)) {
        switch (states.get(state)) {
          case Split split -> {
            set.stack[waiting++] = split.right;
            next = split.left;
          }
          case Star star -> next = star.next;
          case Deep deep -> next = deep.next;
          case Literal literal -> {}
          case One one -> {}
          case OneOf oneOf -> {}
          case Accept accept -> {}
        }
      }
      if (next < 0) {
        if (waiting == 0) {
          return;
        }
        next = set.stack[--waiting];
      }
      state = next;
    }
  }

  /// States without order or repetition, cleared in one step.
  private static final class StateSet {
    final int[] members;
    final int[] stack;
    private final int[] places;
    int size;

    StateSet(int capacity) {
      members = new int[capacity];
      places = new int[capacity];
      stack = new int[capacity + 1];
    }

    boolean contains(int state) {
      return places[state] < size && members[places[state]] == state;
    }

    boolean add(int state) {
      if (contains(state)) {
        return false;
      }
      places[state] = size;
      members[size++] = state;
      return true;
    }

    void clear() {
      size = 0;
    }
  }
}
