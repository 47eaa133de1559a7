package dev.landwaiter.rego;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request of `http.send`.
///
/// @param url absolute; `unix://` with a `socket` parameter talks to a Unix socket
/// @param headers values by name as given
/// @param body what is sent, empty when nothing is
/// @param follow whether redirects are followed; each new host is asked of `allowedHosts` again
/// @param allowedHosts host names that may be reached; empty when any may
/// @param answerLimit the number of bytes of an answer that are read before it is refused
public record HttpRequest(
    String method,
    String url,
    Map<String, List<String>> headers,
    Optional<String> body,
    Duration timeout,
    boolean follow,
    Optional<List<String>> allowedHosts,
    Tls tls,
    long answerLimit) {

  /// How a server is trusted and what is shown to it; all texts are PEM.
  public record Tls(
      boolean systemAuthorities,
      List<String> authorities,
      Optional<String> certificate,
      Optional<String> key,
      boolean unverified,
      Optional<String> serverName) {}
}
