package dev.landwaiter.oci.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.ImageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Line ends are written as `|`.
class ReplyTest {
  private static String read(String text) throws IOException {
    var in = new ByteArrayInputStream(text.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8));
    try (Reply reply = Reply.read(in)) {
      return reply.status() + " " + new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK|Content-Length: 3||abcdef, 200 abc",
    "HTTP/1.1 200 OK|content-length:0||abc, '200 '",
    "HTTP/1.0 404||all there is, 404 all there is",
    "HTTP/1.1 100 Continue||HTTP/1.1 200 OK|Content-Length: 1||x, 200 x",
    "HTTP/1.1 200 OK|Transfer-Encoding: Chunked||3|abc|a;k=v|0123456789|0||, 200 abc0123456789",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||1|a|0|Trailer: x||rest, 200 a",
  })
  void reads(String text, String expected) throws IOException {
    assertThat(read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', breaks off",
    "HTTP/1.1 200 OK|Content-Le, breaks off",
    "HTTP/1.1 200 OK|Content-Length: 3||ab, breaks off",
    "HTTP/1.1 200 OK|Content-Length: -3||ab, no usable length",
    "HTTP/1.1 200 OK|Content-Length: 9999999999999999999||ab, unknown way",
    "HTTP/1.1 200 OK|Transfer-Encoding: gzip||ab, unknown way",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||3|abc|, breaks off",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||3|ab, breaks off",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||3|abcd|0||, longer than it says",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||x|a|0||, no size of a chunk",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||-1|a|0||, no size of a chunk",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||ffffffffffffffff|a|0||, no size of a chunk",
    "HTTP/1.1 2OO OK||, is not HTTP",
    "HTTP/2 200||, is not HTTP",
  })
  void refuses(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"header, 101", "line, 2000", "trailer, 100"})
  void boundsWhatAnEngineSends(String what, int count) {
    String text =
        switch (what) {
          case "header" -> "HTTP/1.1 200 OK|" + "X: y|".repeat(count) + "|";
          case "line" -> "HTTP/1.1 200 " + "x".repeat(count) + "||";
          default -> "HTTP/1.1 200 OK|Transfer-Encoding: chunked||0|" + "X: y|".repeat(count) + "|";
        };
    assertThatThrownBy(() -> read(text)).isInstanceOf(ImageException.class);
  }
}
