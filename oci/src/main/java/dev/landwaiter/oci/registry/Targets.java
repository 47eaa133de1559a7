package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a registry may send us: never from HTTPS down to HTTP, and never to a private address that
/// is not its own.
final class Targets {
  private Targets() {}

  /// Checks an address that a registry named.
  ///
  /// @param from whoever named the address
  /// @param registry where the user sent us, whose own host is always allowed
  /// @param what the role of the address, for the message
  static void check(URI from, URI registry, URI target, String what) throws ImageException {
    String scheme = lower(target.getScheme());
    String host = lower(target.getHost());
    if (!(scheme.equals("https") || scheme.equals("http"))
        || host.isEmpty()
        || target.getPort() > 65535) {
      throw refused(from, target, what, "is no http or https address");
    }
    if (target.getRawUserInfo() != null) {
      throw refused(from, target, what, "carries a user name");
    }
    if (scheme.equals("http") && lower(from.getScheme()).equals("https")) {
      throw refused(from, target, what, "leaves HTTPS");
    }
    if (!host.equals(lower(registry.getHost())) && internal(host)) {
      throw refused(from, target, what, "is a private address and not the registry's own");
    }
  }

  /// Host and port with the port filled in, for comparison.
  static String authority(URI uri) {
    int port = uri.getPort();
    return lower(uri.getHost())
        + ":"
        + (port >= 0 ? port : lower(uri.getScheme()).equals("http") ? 80 : 443);
  }

  static boolean sameOrigin(URI left, URI right) {
    return lower(left.getScheme()).equals(lower(right.getScheme()))
        && authority(left).equals(authority(right));
  }

  /// The address without its query, which may be a signature.
  static String shown(URI uri) {
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String bare = authority.substring(authority.lastIndexOf('@') + 1);
    return RegistryError.clean(
        uri.getScheme()
            + "://"
            + bare
            + (path.length() > 150 ? path.substring(0, 150) + "…" : path));
  }

  /// Whether a host is this machine by name or by address.
  static boolean loopback(String host) {
    return localhost(host) || literals(host).stream().anyMatch(InetAddress::isLoopbackAddress);
  }

  private static boolean localhost(String host) {
    return host.equals("localhost") || host.endsWith(".localhost");
  }

  private static boolean internal(String host) {
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    List<InetAddress> readings = literals(bare);
    return localhost(bare)
        || (readings.isEmpty() && bare.startsWith("["))
        || readings.stream().anyMatch(Targets::internal);
  }

  private static boolean internal(InetAddress address) {
    byte[] raw = address.getAddress();
    boolean uniqueLocal = address instanceof Inet6Address && (raw[0] & 0xfe) == 0xfc;
    boolean shared = address instanceof Inet4Address && raw[0] == 100 && (raw[1] & 0xc0) == 0x40;
    return uniqueLocal
        || shared
        || raw[0] == 0
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }

  /// The addresses that a host may be read as, without asking any name server. Some resolvers take
  /// octal and hexadecimal numbers and fewer than four of them, so both readings count.
  private static List<InetAddress> literals(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> readings = new ArrayList<>();
    try {
      readings.add(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      // a name, or an address in a form that only the other reading knows
    }
    try {
      readings.add(Inet4Address.ofPosixLiteral(bare));
    } catch (IllegalArgumentException e) {
      // a name, or an address of version 6
    }
    return readings;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static ImageException refused(URI from, URI target, String what, String why) {
    return new ImageException(
        ImageException.Code.INVALID,
        "the %s that %s names is refused: %s %s"
            .formatted(what, Targets.shown(from), shown(target), why));
  }
}
