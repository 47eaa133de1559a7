package dev.landwaiter.oci.mirror;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Route;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Addresses of registries and mirrors as users and files write them.
final class HostAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private HostAddress() {}

  /// The name under which the registry of a reference is configured; Docker Hub has a short one.
  static String name(Reference reference) {
    return reference.host().equals(Hubs.DOCKER_HUB_CANONICAL) ? Hubs.DOCKER_HUB : reference.host();
  }

  /// Reads `[SCHEME://]HOST[:PORT][/PATH]`, where the path comes before each repository.
  ///
  /// @param where who says it, for messages
  static Route.Address prefixed(String where, String text) throws ImageException {
    URI uri = parse(where, text);
    String path = path(uri);
    return new Route.Address(
        text.contains("://") ? uri.getScheme().toLowerCase(Locale.ROOT) : "",
        api(uri.getRawAuthority()),
        "/v2/",
        path.isEmpty() ? "" : path.substring(1) + "/");
  }

  /// Reads `[SCHEME://]HOST[:PORT][/PATH]` as containerd does: `/v2` is added to the path.
  ///
  /// @param whole whether the path is the whole path of the API already
  static Route.Address rooted(String where, String text, boolean whole) throws ImageException {
    URI uri = parse(where, text);
    return new Route.Address(
        uri.getScheme().toLowerCase(Locale.ROOT),
        api(uri.getRawAuthority()),
        path(uri) + (whole ? "/" : "/v2/"),
        "");
  }

  /// Docker Hub answers its API under a name of its own.
  private static String api(String authority) {
    String host = authority.toLowerCase(Locale.ROOT);
    return host.equals(Hubs.DOCKER_HUB) || host.equals(Hubs.DOCKER_HUB_CANONICAL)
        ? Hubs.DOCKER_HUB_API
        : host;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return path;
  }

  private static URI parse(String where, String text) throws ImageException {
    try {
      URI uri = new URI(text.contains("://") ? text : "https://" + text);
      boolean fine =
          uri.getHost() != null
              && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getPort() <= 65535;
      if (fine) {
        return uri.normalize();
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new ImageException(
        ImageException.Code.INVALID,
        where + ": '" + shown(text) + "' is not [http://|https://]HOST[:PORT][/PATH]");
  }

  /// Without what might be a password.
  private static String shown(String text) {
    int at = text.lastIndexOf('@');
    return at < 0 ? text : "…" + text.substring(at);
  }
}
