package dev.landwaiter.inventory.os.wolfi;

import dev.landwaiter.inventory.Distribution;

/// Wolfi, known by its os-release.
public final class Wolfi implements Distribution {
  @Override
  public String family() {
    return "wolfi";
  }
}
