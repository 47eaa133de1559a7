package dev.landwaiter.dockerfile.stage;

import java.util.Locale;

/// One word of EXPOSE (reference: 6.1): `[address:][hostPort:]port[/protocol]`.
///
/// @param address or empty
/// @param host port or range of the host, or empty
/// @param port or range of the container
/// @param protocol as written, `tcp` where none is
public record Port(String address, String host, String port, String protocol) {
  private static final int MAX = 65_535;

  /// Takes a word apart; nothing is judged yet.
  public static Port read(String word) {
    int colon = word.lastIndexOf(':');
    String rest = colon < 0 ? "" : word.substring(0, colon);
    String own = word.substring(colon + 1);
    int inner = rest.lastIndexOf(':');
    String host = rest.substring(inner + 1);
    String address = inner < 0 ? "" : rest.substring(0, inner);
    int slash = own.indexOf('/');
    String protocol = slash < 0 ? "" : own.substring(slash + 1);
    String port = slash < 0 ? own : own.substring(0, slash);
    return new Port(address, host, port, protocol.isEmpty() ? "tcp" : protocol);
  }

  /// Whether something of the host is written, which has no effect.
  public boolean mapped() {
    return !address.isEmpty() || !host.isEmpty();
  }

  public boolean lowerCase() {
    return protocol.equals(protocol.toLowerCase(Locale.ROOT));
  }

  public boolean knownProtocol() {
    return switch (protocol.toLowerCase(Locale.ROOT)) {
      case "tcp", "udp", "sctp" -> true;
      default -> false;
    };
  }

  /// Why the builder would refuse it, or empty text.
  public String problem() {
    if (!knownProtocol()) {
      return "'" + protocol + "' is none of the protocols tcp, udp and sctp";
    }
    if (!address.isEmpty() && !validAddress()) {
      return "'" + address + "' is no address";
    }
    int own = length(port);
    if (own < 0) {
      return "'" + port + "' is no port from 0 to " + MAX + " and no range of them";
    }
    if (host.isEmpty()) {
      return "";
    }
    int theirs = length(host);
    if (theirs < 0) {
      return "'" + host + "' is no port from 0 to " + MAX + " and no range of them";
    }
    return own == theirs || own == 0
        ? ""
        : "The ranges " + host + " and " + port + " are not equally long";
  }

  /// How many ports a range has beyond its first; -1 where it is no range.
  private static int length(String text) {
    int dash = text.indexOf('-');
    int first = number(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : number(text.substring(dash + 1));
    return first < 0 || last < first ? -1 : last - first;
  }

  private static int number(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
      if (value > MAX) {
        return -1;
      }
    }
    return value;
  }

  private boolean validAddress() {
    boolean bracketed = address.startsWith("[") && address.endsWith("]");
    String bare = bracketed ? address.substring(1, address.length() - 1) : address;
    if (bare.indexOf(':') >= 0) {
      return Addresses.six(bare);
    }
    return Addresses.four(bare);
  }
}
