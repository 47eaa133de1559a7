package dev.landwaiter.server.http;

import java.util.Optional;

/// Where to listen.
///
/// @param host a literal address, empty for all
/// @param port from 1 to 65535
public record ListenAddress(String host, int port) {
  private static final int LAST_PORT = 65_535;

  /// What is wrong with the text of an address, in words that begin small.
  public static final class InvalidAddressException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidAddressException(String message) {
      super(message);
    }
  }

  /// Reads `8080`, `:8080`, `127.0.0.1:8080` and `[::1]:8080`.
  public static ListenAddress parse(String text) throws InvalidAddressException {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return new ListenAddress("", port(text));
    }
    String host = text.substring(0, colon);
    String port = text.substring(colon + 1);
    if (host.startsWith("[")) {
      if (!host.endsWith("]")) {
        throw new InvalidAddressException("address " + text + ": missing ']' in address");
      }
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw new InvalidAddressException("address " + text + ": too many colons in address");
    }
    if (!host.isEmpty() && !literal(host)) {
      throw new InvalidAddressException("invalid IP address: \"" + host + '"');
    }
    return new ListenAddress(host, port(port));
  }

  private static int port(String text) throws InvalidAddressException {
    return Optional.of(text)
        .filter(t -> !t.isEmpty() && t.length() <= 5 && t.chars().allMatch(ListenAddress::digit))
        .map(Integer::parseInt)
        .filter(port -> port >= 1 && port <= LAST_PORT)
        .orElseThrow(() -> new InvalidAddressException("invalid port: \"" + text + '"'));
  }

  private static boolean literal(String host) {
    if (host.indexOf(':') >= 0) {
      return host.chars()
          .allMatch(c ->
              digit(c) || c == ':' || c == '.' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    }
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean small =
          !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(ListenAddress::digit);
      if (!small || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
