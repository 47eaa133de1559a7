package dev.landwaiter.rego.builtin.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.net.Uri;
import dev.landwaiter.rego.builtin.pattern.PatternLimits;

/// The formats of strings that are known; any string is of one that is not.
final class Formats {
  private static final int NAME_LIMIT = 255;
  private static final String LABEL = "([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])";
  private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern TEMPLATE = Pattern.compile("([^{]*(\\{[^}]*\\})?)*");
  private static final Pattern POINTER = Pattern.compile("(/([^~]|~[01])*)?");
  private static final Pattern RELATIVE = Pattern.compile("(0|[1-9][0-9]*)(#|(/([^/~]|~[01])*)*)");
  private static final Pattern MAIL =
      Pattern.compile("[^\\s<>()\\[\\]:;@\\\\,.\"]+(\\.[^\\s<>()\\[\\]:;@\\\\,.\"]+)*@\\S+");

  private Formats() {}

  static boolean matches(String format, String text) {
    return switch (format) {
      case "date" -> Dates.isDate(text);
      case "time" -> Dates.isTime(text);
      case "date-time" -> Dates.isDate(text) || Dates.isTime(text) || Dates.isBoth(text);
      case "hostname", "idn-hostname" ->
          text.length() <= NAME_LIMIT && HOST.matcher(text).matches();
      case "email", "idn-email" -> isMail(text);
      case "ipv4" -> text.contains(".") && isAddress(text);
      case "ipv6" -> text.contains(":") && isAddress(text);
      case "uri", "iri" -> isUri(text, true);
      case "uri-reference", "iri-reference" -> isUri(text, false);
      case "uri-template" -> isUri(text, false) && TEMPLATE.matcher(text).matches();
      case "uuid" -> UUID.matcher(text).matches();
      case "regex" -> isPattern(text);
      case "json-pointer" -> POINTER.matcher(text).matches();
      case "relative-json-pointer" -> RELATIVE.matcher(text).matches();
      default -> true;
    };
  }

  /// An address alone, or behind a name and in angle brackets.
  private static boolean isMail(String text) {
    String stripped = text.strip();
    int open = stripped.lastIndexOf('<');
    return (open >= 0 && stripped.endsWith(">"))
        ? MAIL.matcher(stripped.substring(open + 1, stripped.length() - 1)).matches()
        : MAIL.matcher(stripped).matches();
  }

  private static boolean isAddress(String text) {
    try {
      return text.contains(":")
          ? !new java.net.URI("http", "[" + text + "]", "/", "").getHost().isEmpty()
          : isFour(text);
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  private static boolean isFour(String text) {
    String[] parts = text.split("\\.", -1);
    for (String part : parts) {
      boolean digits =
          !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!digits || Integer.parseInt(part) > 255 || (part.length() > 1 && part.startsWith("0"))) {
        return false;
      }
    }
    return parts.length == 4;
  }

  private static boolean isUri(String text, boolean absolute) {
    try {
      return !text.contains("\\") && !(Uri.parse(text).scheme().isEmpty() && absolute);
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static boolean isPattern(String text) {
    try {
      return PatternLimits.hold(text) && Pattern.compile(text).groupCount() >= 0;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
