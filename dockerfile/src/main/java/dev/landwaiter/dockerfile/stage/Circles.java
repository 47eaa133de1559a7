package dev.landwaiter.dockerfile.stage;

import java.util.List;
import java.util.Optional;

/// Finds stages that need one another.
final class Circles {
  private Circles() {}

  /// The tie that begins a circle; nothing where there is none.
  static Optional<Draft.Tie> find(List<Draft> drafts) {
    int[] next = new int[drafts.size()];
    boolean[] done = new boolean[drafts.size()];
    boolean[] open = new boolean[drafts.size()];
    int[] path = new int[drafts.size() + 1];
    for (int start = 0; start < drafts.size(); start++) {
      int depth = 0;
      path[0] = start;
      while (depth >= 0 && !done[start]) {
        Draft draft = drafts.get(path[depth]);
        open[draft.index] = true;
        if (next[draft.index] == draft.ties.size()) {
          open[draft.index] = false;
          done[draft.index] = true;
          depth--;
          continue;
        }
        Draft.Tie tie = draft.ties.get(next[draft.index]++);
        if (open[tie.stage()]) {
          Draft.Tie begin = first(drafts, path, depth, next, tie);
          return Optional.of(last(drafts, path, depth, begin));
        }
        if (!done[tie.stage()]) {
          path[++depth] = tie.stage();
        }
      }
    }
    return Optional.empty();
  }

  /// The last of the ties between the same two stages: the builder remembers only that one.
  private static Draft.Tie last(List<Draft> drafts, int[] path, int depth, Draft.Tie tie) {
    for (int i = 0; i <= depth; i++) {
      List<Draft.Tie> ties = drafts.get(path[i]).ties;
      if (ties.contains(tie)) {
        return ties.reversed().stream()
            .filter(each -> each.stage() == tie.stage())
            .findFirst()
            .orElse(tie);
      }
    }
    return tie;
  }

  private static Draft.Tie first(
      List<Draft> drafts, int[] path, int depth, int[] next, Draft.Tie last) {
    for (int i = 0; i < depth; i++) {
      if (path[i] == last.stage()) {
        return drafts.get(path[i]).ties.get(next[path[i]] - 1);
      }
    }
    return last;
  }
}
