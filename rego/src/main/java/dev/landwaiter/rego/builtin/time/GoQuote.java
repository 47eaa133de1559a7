package dev.landwaiter.rego.builtin.time;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The quotes of Go's package `time`: all but printable ASCII as `\xNN`, byte by byte.
final class GoQuote {
  private GoQuote() {}

  static String quote(String text) {
    var out = new StringBuilder("\"");
    for (byte b : text.getBytes(UTF_8)) {
      if (b < ' ') {
        out.append(String.format("\\x%02x", b & 0xff));
      } else {
        if (b == '"' || b == '\\') {
          out.append('\\');
        }
        out.append((char) b);
      }
    }
    return out.append('"').toString();
  }
}
