package dev.landwaiter.inventory.os.echo;

import dev.landwaiter.inventory.Distribution;

/// Echo, known by its os-release.
public final class Echo implements Distribution {
  @Override
  public String family() {
    return "echo";
  }
}
