package dev.landwaiter.scan;

import java.util.List;

/// Which files and folders are passed over; globs as the user gave them.
public record FileSelection(List<String> skipFiles, List<String> skipDirs) {
  public static final FileSelection ALL = new FileSelection(List.of(), List.of());
}
