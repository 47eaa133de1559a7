package dev.landwaiter.inventory.os.fedora;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.os.ReleaseLine;
import java.util.Optional;
import java.util.Set;

/// Fedora Linux.
public final class Fedora implements Distribution {
  @Override
  public String family() {
    return "fedora";
  }

  @Override
  public Set<String> ids() {
    return Set.of("fedora");
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/fedora-release", "usr/lib/fedora-release");
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return ReleaseLine.find(text).map(line -> line.relativeOr(family()));
  }
}
