package dev.landwaiter.rego.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What was inserted into a text and deleted from it, character by character (E. Myers, "An O(ND)
/// difference algorithm and its variations"), in the form the original shows it.
final class TextDiff {
  /// Steps after which a part counts as replaced altogether.
  private static final int LIMIT = 50_000_000;

  private enum Kind {
    EQUAL,
    INSERT,
    DELETE
  }

  /// A stretch of text.
  private record Edit(Kind kind, String text) {}

  private int steps;

  private TextDiff() {}

  /// Both texts in one: inserted lines and parts in green, deleted ones in red.
  static String coloured(String before, String after) {
    var text = new StringBuilder();
    for (Edit edit : merged(new TextDiff().edits(before, after))) {
      if (edit.kind == Kind.EQUAL) {
        text.append(edit.text);
        continue;
      }
      String begin = edit.kind == Kind.INSERT ? "\u001b[32m" : "\u001b[31m";
      String between = "";
      for (String line : edit.text.split("\n", -1)) {
        text.append(between).append(begin).append(line).append("\u001b[0m");
        between = "\n";
      }
    }
    return text.toString();
  }

  private List<Edit> edits(String before, String after) {
    if (before.equals(after)) {
      return before.isEmpty() ? List.of() : List.of(new Edit(Kind.EQUAL, before));
    }
    int prefix = commonPrefix(before, after);
    String left = before.substring(prefix);
    String right = after.substring(prefix);
    int suffix = commonSuffix(left, right);
    List<Edit> edits = new ArrayList<>();
    if (prefix > 0) {
      edits.add(new Edit(Kind.EQUAL, before.substring(0, prefix)));
    }
    edits.addAll(
        different(
            left.substring(0, left.length() - suffix),
            right.substring(0, right.length() - suffix)));
    if (suffix > 0) {
      edits.add(new Edit(Kind.EQUAL, left.substring(left.length() - suffix)));
    }
    return merged(edits);
  }

  private List<Edit> different(String before, String after) {
    if (before.isEmpty()) {
      return List.of(new Edit(Kind.INSERT, after));
    }
    if (after.isEmpty()) {
      return List.of(new Edit(Kind.DELETE, before));
    }
    boolean shrinks = before.length() > after.length();
    String longer = shrinks ? before : after;
    String shorter = shrinks ? after : before;
    int at = longer.indexOf(shorter);
    if (at >= 0) {
      var kind = shrinks ? Kind.DELETE : Kind.INSERT;
      return List.of(
          new Edit(kind, longer.substring(0, at)),
          new Edit(Kind.EQUAL, shorter),
          new Edit(kind, longer.substring(at + shorter.length())));
    }
    if (shorter.length() == 1) {
      return replaced(before, after);
    }
    var middle = Middle.of(longer, shorter);
    if (middle != null) {
      var one = shrinks ? middle : middle.swapped();
      List<Edit> edits = new ArrayList<>(edits(one.longBefore, one.shortBefore));
      edits.add(new Edit(Kind.EQUAL, one.common));
      edits.addAll(edits(one.longAfter, one.shortAfter));
      return edits;
    }
    return bisected(before, after);
  }

  private static List<Edit> replaced(String before, String after) {
    return List.of(new Edit(Kind.DELETE, before), new Edit(Kind.INSERT, after));
  }

  /// A common part at least half as long as the longer text.
  private record Middle(
      String longBefore, String longAfter, String shortBefore, String shortAfter, String common) {
    static @org.jspecify.annotations.Nullable Middle of(String longer, String shorter) {
      if (longer.length() < 4 || shorter.length() * 2 < longer.length()) {
        return null;
      }
      var first = seeded(longer, shorter, (longer.length() + 3) / 4);
      var second = seeded(longer, shorter, (longer.length() + 1) / 2);
      if (first == null || second == null) {
        return first == null ? second : first;
      }
      return first.common.length() > second.common.length() ? first : second;
    }

    private static @org.jspecify.annotations.Nullable Middle seeded(
        String longer, String shorter, int from) {
      String seed = longer.substring(from, from + longer.length() / 4);
      Middle best = null;
      for (int at = shorter.indexOf(seed); at >= 0; at = shorter.indexOf(seed, at + 1)) {
        int prefix = commonPrefix(longer.substring(from), shorter.substring(at));
        int suffix = commonSuffix(longer.substring(0, from), shorter.substring(0, at));
        if (best == null || best.common.length() < suffix + prefix) {
          best =
              new Middle(
                  longer.substring(0, from - suffix),
                  longer.substring(from + prefix),
                  shorter.substring(0, at - suffix),
                  shorter.substring(at + prefix),
                  shorter.substring(at - suffix, at + prefix));
        }
      }
      return best != null && best.common.length() * 2 >= longer.length() ? best : null;
    }

    Middle swapped() {
      return new Middle(shortBefore, shortAfter, longBefore, longAfter, common);
    }
  }

  /// Walks from both ends until the paths meet.
  private List<Edit> bisected(String before, String after) {
    int most = (before.length() + after.length() + 1) / 2;
    int[] front = new int[2 * most + 2];
    int[] back = new int[2 * most + 2];
    Arrays.fill(front, -1);
    Arrays.fill(back, -1);
    front[most + 1] = 0;
    back[most + 1] = 0;
    int delta = before.length() - after.length();
    var forth = new Walk(before, after, false, front, most);
    var back_ = new Walk(before, after, true, back, most);
    for (int d = 0; d < most; d++) {
      steps += 2 * d + 2;
      if (steps > LIMIT) {
        break;
      }
      int[] met = forth.step(d, back, delta, delta % 2 != 0);
      if (met.length == 0) {
        met = back_.step(d, front, delta, delta % 2 == 0);
      }
      if (met.length > 0) {
        List<Edit> edits =
            new ArrayList<>(edits(before.substring(0, met[0]), after.substring(0, met[1])));
        edits.addAll(edits(before.substring(met[0]), after.substring(met[1])));
        return edits;
      }
    }
    return replaced(before, after);
  }

  /// One of the two paths.
  private static final class Walk {
    private static final int[] NOWHERE = {};

    private final String before;
    private final String after;
    private final boolean reverse;
    private final int[] reached;
    private final int offset;
    private int startCut;
    private int endCut;

    Walk(String before, String after, boolean reverse, int[] reached, int offset) {
      this.before = before;
      this.after = after;
      this.reverse = reverse;
      this.reached = reached;
      this.offset = offset;
    }

    /// Goes one step; answers with the place where the paths overlap, or an empty array.
    int[] step(int d, int[] others, int delta, boolean checks) {
      for (int k = -d + startCut; k <= d - endCut; k += 2) {
        int at = offset + k;
        int x =
            k == -d || (k != d && reached[at - 1] < reached[at + 1])
                ? reached[at + 1]
                : reached[at - 1] + 1;
        int y = x - k;
        while (x < before.length() && y < after.length() && same(x, y)) {
          x++;
          y++;
        }
        reached[at] = x;
        if (x > before.length()) {
          endCut += 2;
        } else if (y > after.length()) {
          startCut += 2;
        } else if (checks) {
          int other = offset + delta - k;
          if (other >= 0 && other < 2 * offset && others[other] != -1) {
            int theirs = others[other];
            if (x >= before.length() - theirs) {
              return reverse ? new int[] {theirs, offset + theirs - other} : new int[] {x, y};
            }
          }
        }
      }
      return NOWHERE;
    }

    private boolean same(int x, int y) {
      return reverse
          ? before.charAt(before.length() - x - 1) == after.charAt(after.length() - y - 1)
          : before.charAt(x) == after.charAt(y);
    }
  }

  private static int commonPrefix(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int i = 0;
    while (i < most && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static int commonSuffix(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int i = 0;
    while (i < most && one.charAt(one.length() - i - 1) == other.charAt(other.length() - i - 1)) {
      i++;
    }
    return i;
  }

  /// Neighbours of one kind become one; what insertions and deletions share becomes equal; single
  /// edits between equal parts are shifted where that removes one.
  private static List<Edit> merged(List<Edit> edits) {
    List<Edit> current = edits;
    while (true) {
      List<Edit> joined = joined(current);
      List<Edit> shifted = shifted(joined);
      if (shifted.equals(joined)) {
        return joined;
      }
      current = shifted;
    }
  }

  private static List<Edit> joined(List<Edit> edits) {
    List<Edit> out = new ArrayList<>();
    var inserted = new StringBuilder();
    var deleted = new StringBuilder();
    for (Edit edit : edits) {
      switch (edit.kind) {
        case INSERT -> inserted.append(edit.text);
        case DELETE -> deleted.append(edit.text);
        case EQUAL -> {
          if (!edit.text.isEmpty()) {
            String carried = flush(out, inserted, deleted);
            addEqual(out, carried + edit.text);
          }
        }
      }
    }
    addEqual(out, flush(out, inserted, deleted));
    return out;
  }

  /// Writes what was gathered and answers with what belongs to the equal part behind it.
  private static String flush(List<Edit> out, StringBuilder inserted, StringBuilder deleted) {
    String insert = inserted.toString();
    String delete = deleted.toString();
    inserted.setLength(0);
    deleted.setLength(0);
    String carried = "";
    if (!insert.isEmpty() && !delete.isEmpty()) {
      int prefix = commonPrefix(insert, delete);
      addEqual(out, insert.substring(0, prefix));
      insert = insert.substring(prefix);
      delete = delete.substring(prefix);
      int suffix = commonSuffix(insert, delete);
      carried = insert.substring(insert.length() - suffix);
      insert = insert.substring(0, insert.length() - suffix);
      delete = delete.substring(0, delete.length() - suffix);
    }
    if (!delete.isEmpty()) {
      out.add(new Edit(Kind.DELETE, delete));
    }
    if (!insert.isEmpty()) {
      out.add(new Edit(Kind.INSERT, insert));
    }
    return carried;
  }

  private static void addEqual(List<Edit> out, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (!out.isEmpty() && out.getLast().kind == Kind.EQUAL) {
      out.set(out.size() - 1, new Edit(Kind.EQUAL, out.getLast().text + text));
    } else {
      out.add(new Edit(Kind.EQUAL, text));
    }
  }

  private static List<Edit> shifted(List<Edit> edits) {
    List<Edit> out = new ArrayList<>(edits);
    for (int i = 1; i < out.size() - 1; i++) {
      Edit before = out.get(i - 1);
      Edit edit = out.get(i);
      Edit after = out.get(i + 1);
      if (before.kind != Kind.EQUAL || after.kind != Kind.EQUAL) {
        continue;
      }
      if (edit.text.endsWith(before.text)) {
        String rest = edit.text.substring(0, edit.text.length() - before.text.length());
        out.set(i, new Edit(edit.kind, before.text + rest));
        out.set(i + 1, new Edit(Kind.EQUAL, before.text + after.text));
        out.remove(i - 1);
      } else if (edit.text.startsWith(after.text)) {
        out.set(i - 1, new Edit(Kind.EQUAL, before.text + after.text));
        out.set(i, new Edit(edit.kind, edit.text.substring(after.text.length()) + after.text));
        out.remove(i + 1);
      }
    }
    return out;
  }
}
