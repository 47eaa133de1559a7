package dev.landwaiter.inventory.os.azure;

import dev.landwaiter.inventory.Distribution;
import java.util.Set;

/// CBL-Mariner, the versions 1 and 2 of Azure Linux.
public final class CblMariner implements Distribution {
  @Override
  public String family() {
    return "cbl-mariner";
  }

  @Override
  public Set<String> ids() {
    return Set.of("mariner");
  }
}
