package dev.landwaiter.inventory.os.suse;

import dev.landwaiter.inventory.Distribution;
import java.util.Set;

/// SUSE Linux Micro under all its names.
public final class SleMicro implements Distribution {
  @Override
  public String family() {
    return "slem";
  }

  @Override
  public Set<String> ids() {
    return Set.of("sle-micro", "sl-micro", "sle-micro-rancher");
  }
}
