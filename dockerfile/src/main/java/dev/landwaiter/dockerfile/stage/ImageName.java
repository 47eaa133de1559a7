package dev.landwaiter.dockerfile.stage;

import java.util.Locale;
import java.util.Optional;

/// Whether a text names an image: `[registry/]path[:tag][@digest]`.
public final class ImageName {
  private static final int MAX_NAME = 255;
  private static final int MAX_TAG = 128;

  private ImageName() {}

  /// What is wrong with the name, one sentence without a final stop; nothing when it is valid.
  public static Optional<String> problem(String text) {
    if (text.length() == 64 && hex(text, 0)) {
      return Optional.of("64 hexadecimal digits are an image's id, not its name");
    }
    int slash = text.indexOf('/');
    String first = slash < 0 ? "" : text.substring(0, slash);
    // What is no registry may still be the first element of a path.
    boolean domain = slash >= 0 && names(first) && (host(first) || !path(first));
    String rest = domain ? text.substring(slash + 1) : text;
    int at = rest.indexOf('@');
    String tagged = at < 0 ? rest : rest.substring(0, at);
    if (at >= 0 && !digest(rest.substring(at + 1))) {
      return Optional.of("The digest behind '@' is not valid");
    }
    int colon = tagged.lastIndexOf(':');
    if (colon > tagged.lastIndexOf('/')) {
      if (!tag(tagged.substring(colon + 1))) {
        return Optional.of("The tag behind ':' is " + (rest.endsWith(":") ? "empty" : "not valid"));
      }
      tagged = tagged.substring(0, colon);
    }
    if (!tagged.equals(tagged.toLowerCase(Locale.ROOT))) {
      return Optional.of("The name of a repository must be in lower case");
    }
    if (domain && !host(first)) {
      return Optional.of("The name of the registry is not valid");
    }
    if (!path(tagged) || tagged.length() + (domain ? slash + 1 : 0) > MAX_NAME) {
      return Optional.of("The name of the repository is not valid");
    }
    return Optional.empty();
  }

  public static boolean valid(String text) {
    return problem(text).isEmpty();
  }

  /// Whether the first element of a name is a registry.
  private static boolean names(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || !first.equals(first.toLowerCase(Locale.ROOT));
  }

  private static boolean host(String text) {
    int end = text.length();
    int colon = text.lastIndexOf(':');
    if (colon >= 0 && colon > text.lastIndexOf(']')) {
      if (colon == end - 1 || !digits(text, colon + 1)) {
        return false;
      }
      end = colon;
    }
    if (text.startsWith("[")) {
      return end > 2 && text.charAt(end - 1) == ']' && address(text, end - 1);
    }
    int start = 0;
    for (int i = 0; i <= end; i++) {
      if (i == end || text.charAt(i) == '.') {
        if (i == start || text.charAt(start) == '-' || text.charAt(i - 1) == '-') {
          return false;
        }
        start = i + 1;
      } else if (!letterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean address(String text, int end) {
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      if (Character.digit(c, 16) < 0 && c != ':') {
        return false;
      }
    }
    return true;
  }

  private static boolean digits(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean letterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean small(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  /// Elements of letters and digits, with single separators (`.`, `_`, `__`, dashes) between them.
  private static boolean path(String text) {
    int i = 0;
    while (true) {
      int start = i;
      while (i < text.length() && small(text.charAt(i))) {
        i++;
      }
      if (i == start) {
        return false;
      }
      if (i == text.length()) {
        return true;
      }
      char c = text.charAt(i++);
      if (c == '-') {
        while (i < text.length() && text.charAt(i) == '-') {
          i++;
        }
      } else if (c == '_') {
        i += i < text.length() && text.charAt(i) == '_' ? 1 : 0;
      } else if (c != '.' && c != '/') {
        return false;
      }
    }
  }

  private static boolean tag(String text) {
    if (text.isEmpty() || text.length() > MAX_TAG) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inner = i > 0 && (c == '.' || c == '-');
      if (!letterOrDigit(c) && c != '_' && !inner) {
        return false;
      }
    }
    return true;
  }

  /// Whether a text is a digest such as `sha256:` and 64 hexadecimal digits in lower case.
  public static boolean digest(String text) {
    int colon = text.indexOf(':');
    int length =
        switch (colon < 0 ? "" : text.substring(0, colon)) {
          case "sha256" -> 64;
          case "sha384" -> 96;
          case "sha512" -> 128;
          default -> -1;
        };
    return length == text.length() - colon - 1 && hex(text, colon + 1);
  }

  private static boolean hex(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
