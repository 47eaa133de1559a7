package dev.landwaiter.inventory.os.ubuntu;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.OsRelease;
import java.util.Optional;
import java.util.Set;

/// Ubuntu. Its derivatives ship an lsb-release with another id and are not taken for it.
public final class Ubuntu implements Distribution {
  @Override
  public String family() {
    return "ubuntu";
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/lsb-release");
  }

  @Override
  public boolean ownFilesAreBetter() {
    return true;
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    OsRelease lsb = OsRelease.parse(text);
    String version = lsb.fields().getOrDefault("DISTRIB_RELEASE", "");
    return lsb.fields().getOrDefault("DISTRIB_ID", "").equals("Ubuntu") && !version.isEmpty()
        ? Optional.of(OperatingSystem.of(family(), version))
        : Optional.empty();
  }
}
