package dev.landwaiter.rego.builtin.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.encoding.PercentText;
import dev.landwaiter.rego.syntax.ValueText;

/// The parts of a URI, taken apart as Go's `net/url` does; its error texts are kept.
///
/// @param authority host and port, without user
/// @param path decoded
/// @param rawPath the path as written where encoding the decoded one would give another, else empty
/// @param fragment decoded
public record Uri(
    String scheme, String authority, String path, String rawPath, String query, String fragment) {

  public static Uri parse(String text) throws BuiltinException {
    int hash = text.indexOf('#');
    String before = hash < 0 ? text : text.substring(0, hash);
    Uri uri;
    try {
      uri = withoutFragment(before);
    } catch (BuiltinException e) {
      throw wrong(before, e);
    }
    if (hash < 0) {
      return uri;
    }
    try {
      String fragment = PercentText.decode(text.substring(hash + 1));
      return new Uri(uri.scheme, uri.authority, uri.path, uri.rawPath, uri.query, fragment);
    } catch (BuiltinException e) {
      throw wrong(text, e);
    }
  }

  private static BuiltinException wrong(String text, BuiltinException e) {
    return BuiltinException.failure("parse " + ValueText.quoted(text) + ": " + e.getMessage());
  }

  private static Uri withoutFragment(String text) throws BuiltinException {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw BuiltinException.failure("net/url: invalid control character in URL");
    }
    if (text.equals("*")) {
      return new Uri("", "", "*", "", "", "");
    }
    int colon = schemeEnd(text);
    String scheme = colon < 0 ? "" : lower(text.substring(0, colon));
    String rest = text.substring(colon + 1);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new Uri(scheme, "", "", "", query, "");
      }
      int slash = rest.indexOf('/');
      if ((slash < 0 ? rest : rest.substring(0, slash)).contains(":")) {
        throw BuiltinException.failure("first path segment in URL cannot contain colon");
      }
    }
    String authority = "";
    if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
      int slash = rest.indexOf('/', 2);
      String written = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
      authority = UriHost.authority(scheme, written);
    }
    String path = PercentText.decode(rest);
    String rawPath = encodePath(path).equals(rest) ? "" : rest;
    return new Uri(scheme, authority, path, rawPath, query, "");
  }

  private static String lower(String ascii) {
    return ascii.toLowerCase(java.util.Locale.ROOT);
  }

  /// The index of the colon behind the scheme, or -1 when there is none.
  private static int schemeEnd(String text) throws BuiltinException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':') {
        if (i == 0) {
          throw BuiltinException.failure("missing protocol scheme");
        }
        return i;
      }
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(later && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static String encodePath(String path) {
    return PercentText.encode(
        path, c -> PercentText.isUnreserved(c) || (c < 0x80 && "$&+,/:;=@".indexOf(c) >= 0));
  }

  /// The path as it is sent: as written where that is a valid encoding, else encoded anew.
  public String escapedPath() {
    return !rawPath.isEmpty() && isValidPath(rawPath)
        ? rawPath
        : path.equals("*") ? "*" : encodePath(path);
  }

  private static boolean isValidPath(String path) {
    for (byte b : path.getBytes(UTF_8)) {
      if (!PercentText.isUnreserved(b) && (b < 0 || "!$&'()*+,;=:@[]/%".indexOf(b) < 0)) {
        return false;
      }
    }
    return true;
  }

  /// The host without brackets.
  public String hostname() {
    int colon = portColon();
    String host = colon < 0 ? authority : authority.substring(0, colon);
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  public String port() {
    int colon = portColon();
    return colon < 0 ? "" : authority.substring(colon + 1);
  }

  private int portColon() {
    int colon = authority.lastIndexOf(':');
    return colon >= 0 && UriHost.isPort(authority.substring(colon)) ? colon : -1;
  }
}
