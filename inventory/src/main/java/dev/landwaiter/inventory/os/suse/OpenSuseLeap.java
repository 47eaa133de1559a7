package dev.landwaiter.inventory.os.suse;

import dev.landwaiter.inventory.Distribution;
import java.util.Set;

/// openSUSE Leap, and openSUSE before the name Leap.
public final class OpenSuseLeap implements Distribution {
  @Override
  public String family() {
    return "opensuse-leap";
  }

  @Override
  public Set<String> ids() {
    return Set.of("opensuse-leap", "opensuse");
  }
}
