package dev.landwaiter.inventory.os.debian;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import java.util.Optional;
import java.util.Set;

/// Debian. Its own file gives the point release (`12.5`), os-release only the major version.
public final class Debian implements Distribution {
  @Override
  public String family() {
    return "debian";
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/debian_version");
  }

  @Override
  public boolean ownFilesAreBetter() {
    return true;
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return text.lines().findFirst().map(line -> OperatingSystem.of(family(), line.strip()));
  }
}
