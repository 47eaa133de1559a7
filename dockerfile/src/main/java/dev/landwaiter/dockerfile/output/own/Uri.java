package dev.landwaiter.dockerfile.output.own;

import java.nio.charset.StandardCharsets;

/// Paths as references of URIs (RFC 3986, 4.1).
final class Uri {
  private Uri() {}

  static String of(String path) {
    var text = new StringBuilder();
    String slashed = path.replace('\\', '/');
    if (slashed.startsWith("/")) {
      text.append("file://");
    }
    for (byte b : slashed.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/@+=,".indexOf(c) >= 0;
      if (plain) {
        text.append(c);
      } else {
        text.append("%%%02X".formatted((int) c));
      }
    }
    return text.toString();
  }
}
