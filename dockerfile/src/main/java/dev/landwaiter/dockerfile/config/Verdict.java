package dev.landwaiter.dockerfile.config;

import dev.landwaiter.dockerfile.Finding;
import java.util.List;

/// What a run comes to (reference: 14.5).
public final class Verdict {
  private Verdict() {}

  /// Whether the run fails, status 1.
  ///
  /// @param formats the outputs that are written, of whatever source
  /// @param findings of all files, as reported
  /// @param unread whether any file could not be read as a Dockerfile
  public static boolean fails(
      Configuration configuration, List<String> formats, List<Finding> findings, boolean unread) {
    if (configuration.noFail() || formats.stream().anyMatch(Formats::lenient)) {
      return false;
    }
    return unread
        || findings.stream().anyMatch(each -> each.level().atLeast(configuration.threshold()));
  }
}
