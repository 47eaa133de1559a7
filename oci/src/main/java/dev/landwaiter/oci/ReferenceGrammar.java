package dev.landwaiter.oci;

/// The grammar of a reference's parts, decided in one pass over the characters.
final class ReferenceGrammar {
  private static final int PATH_LIMIT = 255;
  private static final int HOST_LIMIT = 261;
  private static final int TAG_LIMIT = 128;

  private ReferenceGrammar() {}

  /// `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`.
  static boolean isTag(String text) {
    return !text.isEmpty()
        && text.length() <= TAG_LIMIT
        && text.charAt(0) != '.'
        && text.charAt(0) != '-'
        && text.chars()
            .allMatch(c -> isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-');
  }

  /// Components joined by `/`, at most 255 characters.
  static boolean isPath(String text) {
    if (text.isEmpty() || text.length() > PATH_LIMIT) {
      return false;
    }
    for (String component : text.split("/", -1)) {
      if (!isComponent(component)) {
        return false;
      }
    }
    return true;
  }

  /// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`.
  private static boolean isComponent(String text) {
    int at = 0;
    while (true) {
      int start = at;
      while (at < text.length() && isLowerOrDigit(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        return false;
      }
      if (at == text.length()) {
        return true;
      }
      int separator = at;
      while (at < text.length() && text.charAt(at) == text.charAt(separator)) {
        at++;
      }
      int length = at - separator;
      boolean allowed =
          switch (text.charAt(separator)) {
            case '.' -> length == 1;
            case '_' -> length <= 2;
            case '-' -> true;
            default -> false;
          };
      if (!allowed) {
        return false;
      }
    }
  }

  /// A name of labels, an IPv4 address or an IPv6 address in brackets, and a port.
  static boolean isHost(String text) {
    String name = text;
    int colon = text.lastIndexOf(':');
    if (colon >= 0 && !text.endsWith("]")) {
      String port = text.substring(colon + 1);
      name = text.substring(0, colon);
      boolean digits = !port.isEmpty() && port.chars().allMatch(ReferenceGrammar::isDigit);
      if (!digits || port.length() > 5 || Integer.parseInt(port) > 65_535) {
        return false;
      }
    }
    if (name.isEmpty() || name.length() > HOST_LIMIT) {
      return false;
    }
    if (name.startsWith("[") && name.endsWith("]")) {
      String address = name.substring(1, name.length() - 1);
      return address.contains(":")
          && address.chars().allMatch(c -> isHex(c) || c == ':' || c == '.');
    }
    for (String label : name.split("\\.", -1)) {
      boolean letters =
          label.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-' || c == '_');
      if (label.isEmpty() || !letters || label.startsWith("-") || label.endsWith("-")) {
        return false;
      }
    }
    return true;
  }

  static boolean isHex64(String text) {
    return text.length() == 64 && text.chars().allMatch(ReferenceGrammar::isHex);
  }

  private static boolean isHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLowerOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || isDigit(c);
  }
}
