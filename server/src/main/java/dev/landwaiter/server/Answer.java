package dev.landwaiter.server;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is answered to a request.
///
/// @param status of HTTP
/// @param headers by their names
public record Answer(int status, Map<String, String> headers, Body body) {
  private static final String CONTENT_TYPE = "Content-Type";

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), Body.EMPTY);
  }

  public static Answer text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text);
  }

  public static Answer json(int status, String text) {
    return of(status, "application/json", text);
  }

  public static Answer of(int status, String contentType, String text) {
    return new Answer(status, Map.of(CONTENT_TYPE, contentType), Body.of(text));
  }

  /// The same with one more header.
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
