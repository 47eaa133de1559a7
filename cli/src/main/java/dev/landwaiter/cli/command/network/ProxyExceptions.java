package dev.landwaiter.cli.command.network;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/// The hosts that are reached without a proxy: what `NO_PROXY` says, in the meaning that Docker and
/// other programs in Go give it.
///
/// `*` is every host, `example.com` a host and all below it, `.example.com` and `*.example.com`
/// those below alone, `10.0.0.0/8` a block of addresses; a port may follow a host or an address.
record ProxyExceptions(String list) {
  /// Whether an address is reached directly.
  boolean cover(URI uri) {
    String host = bare(uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT));
    int port = uri.getPort() >= 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? 80 : 443;
    for (String entry : list.split(",", -1)) {
      String each = entry.strip().toLowerCase(Locale.ROOT);
      if (!each.isEmpty() && covers(each, host, port)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    if (entry.contains("/")) {
      return inBlock(entry, host);
    }
    int colon = entry.lastIndexOf(':');
    boolean hasPort = colon > entry.lastIndexOf(']') && entry.indexOf(':') == colon;
    hasPort |= colon > 0 && entry.charAt(colon - 1) == ']';
    if (hasPort && !entry.substring(colon + 1).equals(Integer.toString(port))) {
      return false;
    }
    String name = bare(hasPort ? entry.substring(0, colon) : entry);
    if (name.startsWith("*.")) {
      name = name.substring(1);
    }
    return name.startsWith(".")
        ? host.endsWith(name)
        : host.equals(name) || (!literal(host) && host.endsWith("." + name));
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean literal(String host) {
    try {
      return InetAddress.ofLiteral(host).getAddress().length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean inBlock(String block, String host) {
    int slash = block.indexOf('/');
    try {
      byte[] net = InetAddress.ofLiteral(bare(block.substring(0, slash))).getAddress();
      byte[] address = InetAddress.ofLiteral(host).getAddress();
      int bits = Integer.parseInt(block.substring(slash + 1));
      if (net.length != address.length || bits < 0 || bits > net.length * 8) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % 8);
        if ((net[i / 8] & mask) != (address[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
