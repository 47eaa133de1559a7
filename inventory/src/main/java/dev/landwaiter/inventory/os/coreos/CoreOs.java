package dev.landwaiter.inventory.os.coreos;

import dev.landwaiter.inventory.Distribution;

/// CoreOS, known by its os-release.
public final class CoreOs implements Distribution {
  @Override
  public String family() {
    return "coreos";
  }
}
