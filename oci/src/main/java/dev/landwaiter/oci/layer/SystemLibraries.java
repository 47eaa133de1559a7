package dev.landwaiter.oci.layer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Native libraries of the system, which may be used where the VM lets native code be called. Only
/// the system's own folders count: nothing that a user or an image could have put there.
final class SystemLibraries {
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/usr/lib64",
          "/usr/lib",
          "/lib64",
          "/lib");

  private SystemLibraries() {}

  /// The first of the names that is installed.
  static Optional<Path> find(String... names) {
    if (!SystemLibraries.class.getModule().isNativeAccessEnabled()) {
      return Optional.empty();
    }
    for (String name : names) {
      for (String folder : FOLDERS) {
        Path library = Path.of(folder, name);
        if (Files.isRegularFile(library)) {
          return Optional.of(library);
        }
      }
    }
    return Optional.empty();
  }
}
