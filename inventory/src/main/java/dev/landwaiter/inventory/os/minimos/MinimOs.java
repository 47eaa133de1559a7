package dev.landwaiter.inventory.os.minimos;

import dev.landwaiter.inventory.Distribution;

/// MinimOS, known by its os-release.
public final class MinimOs implements Distribution {
  @Override
  public String family() {
    return "minimos";
  }
}
