package dev.landwaiter.inventory.os.activestate;

import dev.landwaiter.inventory.Distribution;

/// ActiveState's images, known by their os-release.
public final class ActiveState implements Distribution {
  @Override
  public String family() {
    return "activestate";
  }
}
