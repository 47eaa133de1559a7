package dev.landwaiter.dockerfile.fix;

import dev.landwaiter.dockerfile.Finding;
import java.util.List;

/// Judges the bytes of a file anew after each change.
@FunctionalInterface
public interface Check {
  /// What is wrong in the file; pieces that cannot be read are findings too.
  List<Finding> of(byte[] content);
}
