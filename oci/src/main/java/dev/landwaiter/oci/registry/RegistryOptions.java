package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.Waiting;
import java.net.ProxySelector;

/// How to talk to registries.
///
/// @param proxies which proxy to use for an address; `HttpClient.Builder.NO_PROXY` for none
public record RegistryOptions(
    Logins logins, TlsOptions tls, ProxySelector proxies, Waiting waiting) {}
