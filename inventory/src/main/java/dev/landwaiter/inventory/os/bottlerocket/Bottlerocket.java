package dev.landwaiter.inventory.os.bottlerocket;

import dev.landwaiter.inventory.Distribution;

/// Bottlerocket, known by its os-release, and its list of applications.
public final class Bottlerocket implements Distribution {
  @Override
  public String family() {
    return "bottlerocket";
  }
}
