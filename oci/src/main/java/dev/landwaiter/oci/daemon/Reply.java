package dev.landwaiter.oci.daemon;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What the engine answered, with its body not yet read (RFC 9112).
record Reply(int status, InputStream body) implements AutoCloseable {
  private static final int HEADER_LIMIT = 100;
  private static final int MESSAGE_LIMIT = 64 << 10;

  /// Reads status line and headers; the body closes the stream.
  static Reply read(InputStream in) throws IOException {
    int status;
    Map<String, String> headers;
    do {
      status = status(ChunkedBody.line(in));
      headers = headers(in);
    } while (status >= 100 && status < 200);
    return new Reply(status, body(in, headers));
  }

  private static int status(String line) throws ImageException {
    boolean http = line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ';
    String digits = http ? line.substring(9, 12) : "";
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Fields.invalid("the answer is not HTTP: '%s'".formatted(Fields.shown(line)));
    }
    return Integer.parseInt(digits);
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int count = 0; true; count++) {
      String line = ChunkedBody.line(in);
      if (line.isEmpty()) {
        return headers;
      }
      if (count == HEADER_LIMIT) {
        throw Fields.invalid("the answer has more than %d headers".formatted(HEADER_LIMIT));
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
  }

  private static InputStream body(InputStream in, Map<String, String> headers)
      throws ImageException {
    String coding = headers.getOrDefault("transfer-encoding", "");
    if (coding.toLowerCase(Locale.ROOT).equals("chunked")) {
      return new ChunkedBody(in);
    }
    String length = headers.getOrDefault("content-length", "");
    if (!coding.isEmpty() || length.length() > 18) {
      throw Fields.invalid("the body of the answer is coded in an unknown way");
    }
    if (length.isEmpty()) {
      return in;
    }
    if (!length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Fields.invalid("the answer has no usable length");
    }
    return new LengthBody(in, Long.parseLong(length));
  }

  /// The message of an error, short and in one line; empty when there is none.
  String message() throws IOException {
    try {
      byte[] bytes = body.readNBytes(MESSAGE_LIMIT);
      return Fields.shown(Json.parse("error", bytes).text("message"));
    } catch (FormatException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
