package dev.landwaiter.inventory.os.oracle;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.os.ReleaseLine;
import java.util.Optional;
import java.util.Set;

/// Oracle Linux.
public final class Oracle implements Distribution {
  @Override
  public String family() {
    return "oracle";
  }

  @Override
  public Set<String> ids() {
    return Set.of("ol");
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/oracle-release");
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return ReleaseLine.find(text).map(line -> line.relativeOr(family()));
  }
}
