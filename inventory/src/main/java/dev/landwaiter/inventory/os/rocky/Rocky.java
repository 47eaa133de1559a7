package dev.landwaiter.inventory.os.rocky;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.os.ReleaseLine;
import java.util.Optional;
import java.util.Set;

/// Rocky Linux.
public final class Rocky implements Distribution {
  @Override
  public String family() {
    return "rocky";
  }

  @Override
  public Set<String> ids() {
    return Set.of("rocky");
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/rocky-release");
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return ReleaseLine.find(text).map(line -> line.relativeOr(family()));
  }
}
