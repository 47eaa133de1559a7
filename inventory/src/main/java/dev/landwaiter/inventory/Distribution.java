package dev.landwaiter.inventory;

import dev.landwaiter.base.finding.OperatingSystem;
import java.util.Optional;
import java.util.Set;

/// One distribution of an operating system: how a file tree shows that it is this one.
public interface Distribution {
  /// The id of the family in reports, such as `debian`.
  String family();

  /// The values of `ID` in os-release that name it.
  default Set<String> ids() {
    return Set.of(family());
  }

  /// What an os-release with one of [#ids] says; without `VERSION_ID` the version is empty.
  default OperatingSystem identify(OsRelease release) {
    return OperatingSystem.of(family(), release.versionId());
  }

  /// Files of its own that name its version, as paths from the root.
  default Set<String> files() {
    return Set.of();
  }

  /// Whether [#files] are more exact than os-release, which then counts only when they say nothing.
  default boolean ownFilesAreBetter() {
    return false;
  }

  /// What one of [#files] says, or empty when it speaks of another distribution.
  default Optional<OperatingSystem> identify(String path, String text) {
    return Optional.empty();
  }
}
