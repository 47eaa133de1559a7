package dev.landwaiter.oci.registry;

import java.util.Map;
import java.util.Optional;

/// One host that may be asked for the images of a registry: its own or a mirror.
///
/// @param resolves whether it may say which digest a tag stands for
/// @param tls how far it is trusted, where that differs from the usual
/// @param headers sent to it with every request, and to nobody else
/// @param namespace the registry that is meant, told to a mirror that serves several; or empty
public record Route(
    Address address,
    boolean resolves,
    Optional<TlsOptions> tls,
    Map<String, String> headers,
    String namespace) {
  public Route {
    headers = Map.copyOf(headers);
  }

  /// Where its API is.
  ///
  /// @param scheme `https`, `http`, or empty: HTTPS, and HTTP where the usual rules allow it
  /// @param host with port where one is given
  /// @param root what stands for `/v2/`, with a `/` at both ends
  /// @param prefix what comes before each repository, with a `/` at its end; or empty
  public record Address(String scheme, String host, String root, String prefix) {
    /// The usual address of a registry.
    public static Address of(String host) {
      return new Address("", host, "/v2/", "");
    }
  }

  /// The usual way to a registry.
  public static Route to(String host) {
    return new Route(Address.of(host), true, Optional.empty(), Map.of(), "");
  }

  /// The host alone: headers may be secret.
  @Override
  public String toString() {
    return address.scheme() + (address.scheme().isEmpty() ? "" : "://") + address.host();
  }
}
