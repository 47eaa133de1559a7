package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.Locale;

/// Names of hosts where constraints on names are judged (RFC 5280, 4.2.1.10). A name that two
/// readers could take differently is refused.
final class HostNames {
  private HostNames() {}

  /// A plain name: labels of letters, digits, hyphens and underscores.
  static String host(String where, String name) throws RefusedException {
    boolean plain = !name.isEmpty() && name.length() <= 253;
    int label = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        plain &= label > 0;
        label = 0;
      } else {
        label++;
        plain &= label <= 63 && (Character.isLetterOrDigit(c) || c == '-' || c == '_') && c < 0x80;
      }
    }
    if (!plain || label == 0) {
      throw new RefusedException(
          FailureClass.CHAIN,
          where + ": constraints on names cannot be judged for the host '" + name + "'");
    }
    return name;
  }

  /// The host of a URI. One without a host, or with an address instead of a name, is refused, as
  /// the standard asks.
  static String ofUri(String where, String uri) throws RefusedException {
    int from = uri.indexOf("://");
    if (from <= 0 || uri.indexOf('\\') >= 0) {
      throw new RefusedException(
          FailureClass.CHAIN,
          where + ": constraints on names cannot be judged for the URI '" + uri + "'");
    }
    int to = from + 3;
    while (to < uri.length() && "/?#".indexOf(uri.charAt(to)) < 0) {
      to++;
    }
    String authority = uri.substring(from + 3, to);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = authority.indexOf(':');
    String name = host(where, colon < 0 ? authority : authority.substring(0, colon));
    boolean address = name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    if (address || (colon >= 0 && !digits(authority.substring(colon + 1)))) {
      throw new RefusedException(
          FailureClass.CHAIN,
          where + ": constraints on names cannot be judged for the URI '" + uri + "'");
    }
    return name;
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// As hosts of mailboxes and URIs are constrained: with a dot in front every host below, else
  /// exactly this one.
  static boolean matches(String host, String limit) {
    return limit.isEmpty() || (limit.startsWith(".") ? below(host, limit) : same(host, limit));
  }

  static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  /// Whether a host lies at least one label below another.
  static boolean below(String host, String parent) {
    String suffix = (parent.startsWith(".") ? parent : "." + parent).toLowerCase(Locale.ROOT);
    return host.length() > suffix.length() && host.toLowerCase(Locale.ROOT).endsWith(suffix);
  }
}
