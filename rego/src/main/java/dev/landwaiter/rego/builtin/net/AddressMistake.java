package dev.landwaiter.rego.builtin.net;

import dev.landwaiter.rego.syntax.ValueText;

/// Says why a text is no address, in the words of Go's `netip.ParseAddr`.
final class AddressMistake {
  private static final int FIELDS = 8;

  private AddressMistake() {}

  /// The mistake; empty when there is none.
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '.' -> {
          return dotted(text);
        }
        case ':' -> {
          return colons(text);
        }
        case '%' -> {
          return "missing IPv6 address";
        }
        default -> {}
      }
    }
    return "unable to parse IP";
  }

  private static String at(String message, String place) {
    return message + " (at " + ValueText.quoted(place) + ")";
  }

  private static String dotted(String text) {
    int points = 0;
    int value = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (digits == 1 && value == 0) {
          return "IPv4 field has octet with leading zero";
        }
        value = value * 10 + c - '0';
        digits++;
        if (value > 255) {
          return "IPv4 field has value >255";
        }
      } else if (c == '.') {
        if (i == 0 || i == text.length() - 1 || text.charAt(i - 1) == '.') {
          return at("IPv4 field must have at least one digit", text.substring(i));
        }
        if (points == 3) {
          return "IPv4 address too long";
        }
        points++;
        value = 0;
        digits = 0;
      } else {
        return at("unexpected character", text.substring(i));
      }
    }
    return points < 3 ? "IPv4 address too short" : "";
  }

  private static String colons(String text) {
    int percent = text.indexOf('%');
    if (percent == text.length() - 1) {
      return "zone must be a non-empty string";
    }
    String rest = percent < 0 ? text : text.substring(0, percent);
    boolean gap = rest.startsWith("::");
    rest = gap ? rest.substring(2) : rest;
    if (rest.isEmpty()) {
      return "";
    }
    int fields = 0;
    while (fields < FIELDS) {
      int digits = hexDigits(rest);
      if (digits > 4) {
        return at("each group must have 4 or fewer digits", rest);
      }
      if (digits == 0) {
        return at("each colon-separated field must have at least one digit", rest);
      }
      if (rest.startsWith(".", digits)) {
        return embedded(rest, fields, gap);
      }
      fields++;
      rest = rest.substring(digits);
      if (rest.isEmpty()) {
        break;
      }
      if (rest.charAt(0) != ':') {
        return at("unexpected character, want colon", rest);
      }
      if (rest.length() == 1) {
        return at("colon must be followed by more characters", rest);
      }
      rest = rest.substring(1);
      if (rest.charAt(0) == ':') {
        if (gap) {
          return at("multiple :: in address", rest);
        }
        gap = true;
        rest = rest.substring(1);
        if (rest.isEmpty()) {
          break;
        }
      }
    }
    if (!rest.isEmpty()) {
      return at("trailing garbage after address", rest);
    }
    return tooFew(fields, gap);
  }

  private static String tooFew(int fields, boolean gap) {
    if (fields < FIELDS) {
      return gap ? "" : "address string too short";
    }
    return gap ? "the :: must expand to at least one field of zeros" : "";
  }

  private static String embedded(String rest, int fields, boolean gap) {
    if (!gap && fields != FIELDS - 2) {
      return at("embedded IPv4 address must replace the final 2 fields of the address", rest);
    }
    if (fields > FIELDS - 2) {
      return at("too many hex fields to fit an embedded IPv4 at the end of the address", rest);
    }
    String wrong = dotted(rest);
    return wrong.isEmpty() ? tooFew(fields + 2, gap) : wrong;
  }

  private static int hexDigits(String text) {
    int count = 0;
    while (count < text.length()
        && count < 5
        && Character.digit(text.charAt(count), 16) >= 0
        && text.charAt(count) < 0x80) {
      count++;
    }
    return count;
  }
}
