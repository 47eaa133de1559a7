package dev.landwaiter.testing.sigstore;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An answer of a service.
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, String type, Map<String, String> headers, byte[] body) {
  static Reply json(int status, String text) {
    return new Reply(status, "application/json", Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  static Reply error(int status, String message) {
    String text = "{\"code\":%d,\"message\":%s}".formatted(status, JsonText.quote(message));
    return json(status, text);
  }

  Reply with(String header, String value) {
    return new Reply(status, type, Map.of(header, value), body);
  }
}
