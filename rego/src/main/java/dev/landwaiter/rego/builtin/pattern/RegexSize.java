package dev.landwaiter.rego.builtin.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

/// How great the automaton of an expression will be: repetitions multiply. The limits are Go's.
final class RegexSize {
  /// Characters of a repetition such as `{100,1000}`.
  static final int LONGEST = 16;

  private static final int DEEPEST = 1_000;
  private static final int MOST_REPEATED = 1_000;
  private static final long LARGEST = 1_000_000;

  /// What is known of one open group.
  private static final class Group {
    long states;
    long repeated = 1;
    long lastStates;
    long lastRepeated = 1;

    void add(long size, long times) {
      states += size;
      repeated = Math.max(repeated, times);
      lastStates = size;
      lastRepeated = times;
    }
  }

  private final Deque<Group> groups = new ArrayDeque<>();
  private String mistake = "";
  private int place = -1;
  private boolean tooLarge;

  RegexSize() {
    groups.push(new Group());
  }

  void atom() {
    groups.element().add(1, 1);
  }

  void open() {
    groups.push(new Group());
    if (groups.size() > DEEPEST + 1) {
      note("expression nests too deeply");
    }
  }

  /// Whether a group was open.
  boolean close() {
    if (groups.size() == 1) {
      return false;
    }
    Group inner = groups.pop();
    groups.element().add(inner.states + 2, inner.repeated);
    return true;
  }

  /// The least and the greatest number of the repetition `{n}`, `{n,}` (negative: without end) or
  /// `{n,m}` that stands there; empty when it is none.
  static int[] counts(String pattern, int start) {
    int end = pattern.indexOf('}', start);
    if (end < 0 || end - start > LONGEST) {
      return new int[0];
    }
    int comma = pattern.indexOf(',', start);
    boolean pair = comma > 0 && comma < end;
    int least = number(pattern, start + 1, pair ? comma : end);
    boolean open = pair && comma + 1 == end;
    int most = open || !pair ? least : number(pattern, comma + 1, end);
    return least < 0 || most < 0 ? new int[0] : new int[] {least, open ? -1 : most};
  }

  /// Takes the repetition that stands there; false when it is none.
  boolean repeat(String pattern, int start, int end) {
    int[] counts = counts(pattern, start);
    if (counts.length == 0) {
      return false;
    }
    int least = counts[0];
    int most = counts[1] < 0 ? least : counts[1];
    Group group = groups.element();
    long times = group.lastRepeated * Math.max(1, most);
    if ((least >= 2 || most >= 2) && times > MOST_REPEATED && mistake.isEmpty()) {
      int stop = pattern.startsWith("?", end + 1) ? end + 2 : end + 1;
      note(start, "invalid repeat count: `" + pattern.substring(start, stop) + "`");
    }
    long more = group.lastStates * Math.max(0, most - 1);
    group.states += more;
    group.lastStates += more;
    group.lastRepeated = times;
    group.repeated = Math.max(group.repeated, times);
    tooLarge |= group.states > LARGEST;
    return true;
  }

  private static int number(String pattern, int start, int end) {
    if (start == end || end - start > 6) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = pattern.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private void note(String what) {
    mistake = mistake.isEmpty() ? what : mistake;
  }

  /// Notes a mistake by its place: one that is found before is told instead.
  void note(int at, String what) {
    place = mistake.isEmpty() ? at : place;
    note(what);
  }

  /// Where the mistake stands; negative: it concerns the whole.
  int place() {
    return place;
  }

  /// What is wrong with the expression's size; empty when nothing is.
  String mistake(String pattern) {
    boolean large = tooLarge || groups.element().states > LARGEST;
    String what = mistake.isEmpty() && large ? "expression too large" : mistake;
    return what.isEmpty() || what.endsWith("`") ? what : what + ": `" + pattern + "`";
  }
}
