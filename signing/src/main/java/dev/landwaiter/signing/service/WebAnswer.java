package dev.landwaiter.signing.service;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/// What a service answered.
///
/// @param uri where the answer came from, after redirects
/// @param headers by their names in lower case; of several, the first
public record WebAnswer(URI uri, int status, Map<String, String> headers, Bytes body) {
  private static final int SNIPPET = 300;

  public WebAnswer {
    headers = Map.copyOf(headers);
  }

  /// The first value of a header, or empty.
  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /// The body of an answer that must be a success.
  ///
  /// @param service who answers, for messages, such as `the timestamp authority`
  /// @throws RefusedException with TRANSPORT for every other status
  public Bytes success(String service) throws RefusedException {
    if (isSuccess()) {
      return body;
    }
    throw unexpected(service);
  }

  /// The error for an answer that nobody can use.
  public RefusedException unexpected(String service) {
    String said = snippet();
    return new RefusedException(
        FailureClass.TRANSPORT,
        "%s at %s answers with status %d%s"
            .formatted(
                service, WebRequest.shown(uri), status, said.isEmpty() ? "" : " and says: " + said),
        "a status from 200 to 299",
        String.valueOf(status));
  }

  /// The beginning of the body in one printable line.
  private String snippet() {
    String text = body.slice(0, Math.min(body.size(), SNIPPET)).toText();
    var line = new StringBuilder();
    text.strip()
        .codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
