package dev.landwaiter.dockerfile.fix;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Chooses fixes none of which touches another.
final class Fits {
  private final FileBytes file;

  /// Start and end of what is changed already.
  private final TreeMap<Position, Position> taken = new TreeMap<>();

  Fits(FileBytes file) {
    this.file = file;
  }

  /// Takes the fix of this finding if all its edits can be made.
  boolean add(Finding finding) {
    List<Edit> edits = finding.fix().orElseThrow().edits();
    if (edits.isEmpty() || !inOrder(edits)) {
      return false;
    }
    for (Edit each : edits) {
      if (!file.knows(each) || touches(each)) {
        return false;
      }
    }
    for (Edit each : edits) {
      taken.put(each.span().start(), each.span().end());
    }
    return true;
  }

  private boolean touches(Edit edit) {
    Map.Entry<Position, Position> before = taken.floorEntry(edit.span().end());
    return before != null && before.getValue().compareTo(edit.span().start()) >= 0;
  }

  private static boolean inOrder(List<Edit> edits) {
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i - 1).span().end().compareTo(edits.get(i).span().start()) > 0) {
        return false;
      }
    }
    return true;
  }
}
