package dev.landwaiter.inventory.os.redhat;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.os.ReleaseLine;
import java.util.Optional;
import java.util.Set;

/// Red Hat Enterprise Linux; its release file is also what most relatives ship.
public final class RedHat implements Distribution {
  @Override
  public String family() {
    return "redhat";
  }

  @Override
  public Set<String> ids() {
    return Set.of("rhel");
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/redhat-release");
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return ReleaseLine.find(text).map(line -> line.relativeOr(family()));
  }
}
