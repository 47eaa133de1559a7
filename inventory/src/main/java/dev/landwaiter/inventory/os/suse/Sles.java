package dev.landwaiter.inventory.os.suse;

import dev.landwaiter.inventory.Distribution;
import java.util.Set;

/// SUSE Linux Enterprise Server.
public final class Sles implements Distribution {
  @Override
  public String family() {
    return "sles";
  }

  @Override
  public Set<String> ids() {
    return Set.of("sles");
  }
}
