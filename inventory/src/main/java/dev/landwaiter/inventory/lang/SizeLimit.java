package dev.landwaiter.inventory.lang;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.tree.TreeFile;
import dev.landwaiter.inventory.Observations;

/// The size up to which files that people or tools write as text are read.
public final class SizeLimit {
  /// Bytes; a hundred times what the largest real ones have.
  public static final int TEXT = 16 << 20;

  private SizeLimit() {}

  /// Whether a file is small enough; a larger one is reported as a problem.
  public static boolean allows(TreeFile file, Observations found) {
    boolean small = file.bytes().length <= TEXT;
    if (!small) {
      found.add(
          Problem.in(
              file.path(),
              "not examined: %d bytes exceed the limit of %d for such a file"
                  .formatted(file.bytes().length, TEXT)));
    }
    return small;
  }
}
