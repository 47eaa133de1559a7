package dev.landwaiter.scan;

import java.util.List;

/// Which files and folders are passed over; globs as the user gave them.
public record FileSelection(List<String> skipFiles, List<String> skipDirs) {
  public FileSelection {
    skipFiles = List.copyOf(skipFiles);
    skipDirs = List.copyOf(skipDirs);
  }

  public static final FileSelection ALL = new FileSelection(List.of(), List.of());
}
