package dev.landwaiter.inventory.os.azure;

import dev.landwaiter.inventory.Distribution;
import java.util.Set;

/// Azure Linux, from version 3 on.
public final class AzureLinux implements Distribution {
  @Override
  public String family() {
    return "azurelinux";
  }

  @Override
  public Set<String> ids() {
    return Set.of("azurelinux");
  }
}
