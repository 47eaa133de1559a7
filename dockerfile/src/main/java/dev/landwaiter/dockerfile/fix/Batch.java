package dev.landwaiter.dockerfile.fix;

import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Fixes that are applied together.
///
/// @param base the bytes their places are in
/// @param fixed whose fixes they are
/// @param content the bytes with the fixes
/// @param findings of that content
record Batch(FileBytes base, List<Finding> fixed, FileBytes content, List<Finding> findings) {
  Batch {
    fixed = List.copyOf(fixed);
    findings = List.copyOf(findings);
  }

  /// Nothing is applied yet.
  Batch(FileBytes base, List<Finding> findings) {
    this(base, List.of(), base, findings);
  }

  /// The bytes with these fixes too.
  FileBytes with(List<Finding> more) {
    return base.with(edits(fixed, more));
  }

  Batch and(List<Finding> more, FileBytes changed, List<Finding> after) {
    var all = new ArrayList<>(fixed);
    all.addAll(more);
    return new Batch(base, all, changed, after);
  }

  /// All edits in file order.
  List<Edit> edits() {
    return edits(fixed, List.of());
  }

  private static List<Edit> edits(List<Finding> some, List<Finding> others) {
    var edits = new ArrayList<Edit>();
    some.forEach(each -> each.fix().ifPresent(fix -> edits.addAll(fix.edits())));
    others.forEach(each -> each.fix().ifPresent(fix -> edits.addAll(fix.edits())));
    edits.sort(Comparator.comparing(each -> each.span().start()));
    return edits;
  }
}
