package dev.landwaiter.inventory.os.alpine;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import java.util.Optional;
import java.util.Set;

/// Alpine Linux.
public final class Alpine implements Distribution {
  @Override
  public String family() {
    return "alpine";
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/alpine-release");
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return text.lines().findFirst().map(line -> OperatingSystem.of(family(), line.strip()));
  }
}
