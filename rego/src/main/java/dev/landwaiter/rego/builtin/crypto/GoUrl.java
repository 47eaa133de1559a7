package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A URI of a certificate (RFC 3986) in the parts that Go's `net/url` makes of it.
///
/// @param path the path, decoded
/// @param rawPath the path as written, where encoding the decoded one anew would give another
record GoUrl(
    String scheme,
    String opaque,
    boolean user,
    String host,
    String path,
    String rawPath,
    Optional<String> query,
    String fragment,
    String rawFragment,
    String text) {

  static GoUrl parse(String text) throws BuiltinException {
    String wrong = "x509: cannot parse URI \"" + text + "\": ";
    if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      throw wrong(wrong, text, "net/url: invalid control character in URL");
    }
    int hash = text.indexOf('#');
    String rawFragment = hash < 0 ? "" : text.substring(hash + 1);
    String rest = hash < 0 ? text : text.substring(0, hash);
    int colon = schemeEnd(rest);
    if (colon == 0) {
      throw wrong(wrong, text, "missing protocol scheme");
    }
    String scheme = colon < 0 ? "" : rest.substring(0, colon).toLowerCase(Locale.ROOT);
    rest = rest.substring(colon + 1);
    int mark = rest.indexOf('?');
    Optional<String> query = mark < 0 ? Optional.empty() : Optional.of(rest.substring(mark + 1));
    rest = mark < 0 ? rest : rest.substring(0, mark);
    String opaque = !scheme.isEmpty() && !rest.startsWith("/") ? rest : "";
    String host = "";
    boolean user = false;
    if (opaque.isEmpty() && rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
      int at = authority.lastIndexOf('@');
      user = at >= 0;
      host = decoded(authority.substring(at + 1), wrong, text);
      if (!validHost(host)) {
        throw BuiltinException.failure(wrong + "invalid domain");
      }
    }
    String rawPath = opaque.isEmpty() ? rest : "";
    String path = decoded(rawPath, wrong, text);
    String fragment = decoded(rawFragment, wrong, text);
    return new GoUrl(
        scheme,
        opaque,
        user,
        host,
        path,
        rawPath.equals(encoded(path)) ? "" : rawPath,
        query,
        fragment,
        rawFragment.equals(encoded(fragment)) ? "" : rawFragment,
        colon < 0 ? text : scheme + text.substring(colon));
  }

  private static BuiltinException wrong(String prefix, String text, String why) {
    return BuiltinException.failure(prefix + "parse \"" + text + "\": " + why);
  }

  /// Where the scheme's colon stands, or -1 when there is no scheme.
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean further = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        return i;
      }
      if (!letter && (!further || i == 0)) {
        return -1;
      }
    }
    return -1;
  }

  /// A domain, perhaps with a port, or an address in brackets.
  private static boolean validHost(String host) {
    if (host.startsWith("[")) {
      return host.indexOf(']') > 0;
    }
    int colon = host.lastIndexOf(':');
    String domain = colon < 0 ? host : host.substring(0, colon);
    return domain.isEmpty() || DomainName.isValid(domain, true);
  }

  private static String decoded(String text, String wrong, String whole) throws BuiltinException {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (i + 3 == text.length()) {
        high = Character.digit(text.charAt(i + 1), 16);
        low = Character.digit(text.charAt(i + 2), 16);
      }
      if (high < 0 || low < 0) {
        String escape = text.substring(i, Math.min(text.length(), i + 3));
        throw wrong(wrong, whole, "invalid URL escape \"" + escape + "\"");
      }
      bytes.write((high << 4) | low);
      i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    var encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || (b > 0 && "-_.~$&+,/:;=@!'()*".indexOf(b) >= 0);
      if (plain) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format("%%%02X", b));
      }
    }
    return encoded.toString();
  }

  /// The host without its port.
  String domain() {
    int colon = host.lastIndexOf(':');
    return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
  }

  Value shownText() {
    return Value.of(text);
  }

  Value value() {
    return new Structure()
        .set("Scheme", scheme)
        .set("Opaque", opaque)
        .set("User", user ? ObjectValue.EMPTY : NullValue.NULL)
        .set("Host", host)
        .set("Path", path)
        .set("RawPath", rawPath)
        .set(
            "OmitHost",
            host.isEmpty()
                && !user
                && text.startsWith(scheme + ":/")
                && !text.startsWith(scheme + "://"))
        .set("ForceQuery", query.filter(String::isEmpty).isPresent())
        .set("RawQuery", query.orElse(""))
        .set("Fragment", fragment)
        .set("RawFragment", rawFragment)
        .value();
  }
}
