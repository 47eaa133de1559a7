package dev.landwaiter.inventory.os.centos;

import dev.landwaiter.base.finding.OperatingSystem;
import dev.landwaiter.inventory.Distribution;
import dev.landwaiter.inventory.OsRelease;
import dev.landwaiter.inventory.os.ReleaseLine;
import java.util.Optional;
import java.util.Set;

/// CentOS Linux and CentOS Stream.
public final class CentOs implements Distribution {
  @Override
  public String family() {
    return "centos";
  }

  @Override
  public Set<String> ids() {
    return Set.of("centos");
  }

  @Override
  public OperatingSystem identify(OsRelease release) {
    boolean stream = release.name().equals("CentOS Stream");
    return OperatingSystem.of(stream ? "centos-stream" : "centos", release.versionId());
  }

  @Override
  public Set<String> files() {
    return Set.of("etc/centos-release");
  }

  @Override
  public Optional<OperatingSystem> identify(String path, String text) {
    return ReleaseLine.find(text).map(line -> line.relativeOr(family()));
  }
}
