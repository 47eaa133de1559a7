package dev.landwaiter.inventory.os.alma;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.os.ReleaseLine;
import java.util.Optional;
import java.util.Set;

/// AlmaLinux.
public final class Alma implements Distribution {
  @Override
  public String family() {
    return "alma";
  }

  @Override
  public Set<String> ids() {
    return Set.of("almalinux");
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/almalinux-release");
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return ReleaseLine.find(text).map(line -> line.relativeOr(family()));
  }
}
