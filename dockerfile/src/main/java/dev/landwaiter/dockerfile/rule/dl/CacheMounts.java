package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Mount;

/// Folders of a RUN that do not become part of its layer.
final class CacheMounts {
  private CacheMounts() {}

  /// Whether a cache or tmpfs mount has this text in its target.
  static boolean cover(Instruction.Run run, String text) {
    for (Mount each : run.mounts()) {
      if ((each.type().equals("cache") || each.type().equals("tmpfs"))
          && each.target().filter(target -> target.contains(text)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
