package dev.landwaiter.oci.registry;

import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/// Proxies of which some want to know who we are.
public abstract class KnownProxies extends ProxySelector {
  /// The value of the header `Proxy-Authorization` for the proxy that an address is reached
  /// through, if there is one that wants it.
  public abstract Optional<String> authorization(URI uri);
}
