package dev.landwaiter.dockerfile.fix;

import dev.landwaiter.dockerfile.Edit;
import java.util.ArrayList;
import java.util.List;

/// Where lines stood before the file was changed.
final class Moves {
  /// In the new text, lines from `line` on stood `by` lines higher up.
  private record Move(int line, int by) {}

  /// The newest change first; in each, the last line first.
  private final List<Move> moves = new ArrayList<>();

  /// Another change was made.
  ///
  /// @param edits in file order
  void add(List<Edit> edits) {
    var added = new ArrayList<Move>();
    int shift = 0;
    for (Edit each : edits) {
      int gone = each.span().end().line() - each.span().start().line();
      int come = (int) each.text().chars().filter(c -> c == '\n').count();
      if (come != gone) {
        // A whole line that is written before another one moves that one too.
        boolean whole = come > gone && each.span().end().column() == 1;
        int first = each.span().end().line() + (whole ? 0 : 1);
        shift += come - gone;
        added.addFirst(new Move(first + shift, come - gone));
      }
    }
    moves.addAll(0, added);
  }

  /// The number that the line had in the file as it was given.
  int before(int line) {
    int before = line;
    for (Move each : moves) {
      before -= before >= each.line ? each.by : 0;
    }
    return before;
  }
}
