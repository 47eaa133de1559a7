package dev.landwaiter.inventory.os.chainguard;

import dev.landwaiter.inventory.Distribution;

/// Chainguard OS, known by its os-release.
public final class Chainguard implements Distribution {
  @Override
  public String family() {
    return "chainguard";
  }
}
