package dev.landwaiter.signing.service;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One question to a service.
///
/// @param method `GET` or `POST`
/// @param uri with the scheme `http` or `https` and a host
/// @param headers what is sent besides those of the client itself; may hold secrets
/// @param body what is sent; nothing with `GET`
/// @param limit the largest answer in bytes
/// @param patience the longest wait for the whole answer
/// @param repeatable whether it may be asked again after 429 and 5xx
public record WebRequest(
    String method,
    URI uri,
    Map<String, String> headers,
    Bytes body,
    int limit,
    Duration patience,
    boolean repeatable) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public WebRequest {
    headers = Map.copyOf(headers);
  }

  /// Reads something; asked again after temporary trouble.
  public static WebRequest get(URI uri, int limit) {
    return new WebRequest("GET", uri, Map.of(), Bytes.EMPTY, limit, PATIENCE, true);
  }

  /// Sends something, once.
  public static WebRequest post(URI uri, String contentType, Bytes body, int limit) {
    Map<String, String> headers = Map.of("Content-Type", contentType);
    return new WebRequest("POST", uri, headers, body, limit, PATIENCE, false);
  }

  /// The same with one more header.
  public WebRequest with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WebRequest(method, uri, more, body, limit, patience, repeatable);
  }

  /// The same with another longest wait.
  public WebRequest within(Duration longest) {
    return new WebRequest(method, uri, headers, body, limit, longest, repeatable);
  }

  /// The same, to be asked again after 429 and 5xx.
  public WebRequest again() {
    return new WebRequest(method, uri, headers, body, limit, patience, true);
  }

  /// The same for another address on the way.
  WebRequest to(URI next, Map<String, String> remaining) {
    return new WebRequest(method, next, remaining, body, limit, patience, repeatable);
  }

  /// The address for messages: without user, query and fragment.
  public String shown() {
    return shown(uri);
  }

  static String shown(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getScheme() + "://" + uri.getHost() + port + path;
  }

  /// An address that a user or a file gave.
  ///
  /// @param what it is, for messages
  /// @throws RefusedException with USAGE for anything but `http` and `https` with a host
  public static URI address(String what, String text) throws RefusedException {
    try {
      URI uri = new URI(text);
      boolean known = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (known && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Refused below like every other text that is no address.
    }
    throw new RefusedException(
        FailureClass.USAGE, "%s '%s' is not an address by http or https".formatted(what, text));
  }

  /// An address below another, whether that ends with a slash or not.
  ///
  /// @param path without a slash in front
  public static URI below(URI base, String path) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text : text + "/") + path);
  }

  /// Without headers and body, which may be secret. Whether what is sent there stays between two:
  /// over TLS, to this machine, or inside a cluster.
  public static boolean isConfidential(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    boolean number = !host.isEmpty();
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      number &= c == '.' || (c >= '0' && c <= '9');
    }
    return "https".equals(uri.getScheme())
        || host.equals("localhost")
        || host.equals("[::1]")
        || (number && host.startsWith("127."))
        || host.endsWith(".svc")
        || host.endsWith(".svc.cluster.local");
  }

  @Override
  public String toString() {
    return method + " " + shown();
  }
}
