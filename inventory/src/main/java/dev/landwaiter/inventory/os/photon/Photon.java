package dev.landwaiter.inventory.os.photon;

import dev.landwaiter.inventory.Distribution;

/// Photon OS, known by its os-release.
public final class Photon implements Distribution {
  @Override
  public String family() {
    return "photon";
  }
}
