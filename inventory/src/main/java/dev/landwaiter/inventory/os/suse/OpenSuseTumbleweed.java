package dev.landwaiter.inventory.os.suse;

import dev.landwaiter.inventory.Distribution;
import java.util.Set;

/// openSUSE Tumbleweed; its version is a date.
public final class OpenSuseTumbleweed implements Distribution {
  @Override
  public String family() {
    return "opensuse-tumbleweed";
  }

  @Override
  public Set<String> ids() {
    return Set.of("opensuse-tumbleweed");
  }
}
