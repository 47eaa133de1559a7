package dev.landwaiter.rego.builtin.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Domain names of certificates and how they match (RFC 6125).
final class DomainName {
  private DomainName() {}

  /// Whether a name consists of labels.
  ///
  /// @param constraint whether it may begin with a point or be empty
  static boolean isValid(String name, boolean constraint) {
    String rest = constraint && name.startsWith(".") ? name.substring(1) : name;
    if (rest.isEmpty()) {
      return constraint;
    }
    for (String label : rest.split("\\.", -1)) {
      if (label.isEmpty()
          || label.length() > 63
          || label.chars().anyMatch(c -> c < 33 || c > 126)) {
        return false;
      }
    }
    return rest.length() <= 255;
  }

  /// Whether a host is one of those that a certificate's name, perhaps with `*` as its first label,
  /// stands for.
  static boolean matches(String pattern, String host) {
    String wanted = lower(host);
    String name = lower(pattern);
    if (!isHost(wanted, false) || !isHost(name, true)) {
      return !wanted.isEmpty() && !wanted.equals(".") && wanted.equals(name);
    }
    List<String> labels = labels(wanted);
    List<String> parts = labels(name);
    if (labels.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!(i == 0 && parts.getFirst().equals("*")) && !parts.get(i).equals(labels.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> labels(String name) {
    return List.of(
        (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).split("\\.", -1));
  }

  private static boolean isHost(String name, boolean pattern) {
    String host = !pattern && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (host.isEmpty() || host.equals("*")) {
      return false;
    }
    List<String> labels = new ArrayList<>(List.of(host.split("\\.", -1)));
    if (pattern && labels.getFirst().equals("*")) {
      labels.removeFirst();
    }
    for (String label : labels) {
      if (label.isEmpty() || label.startsWith("-")) {
        return false;
      }
      for (int i = 0; i < label.length(); i++) {
        char c = label.charAt(i);
        boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (!plain) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether a name lies at or below a domain; one that begins with a point takes only names below.
  static boolean within(String name, String domain) {
    if (domain.isEmpty()) {
      return true;
    }
    String inner = lower(name);
    String outer = lower(domain);
    return outer.startsWith(".")
        ? inner.endsWith(outer) && inner.length() > outer.length()
        : inner.equals(outer) || inner.endsWith("." + outer);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
