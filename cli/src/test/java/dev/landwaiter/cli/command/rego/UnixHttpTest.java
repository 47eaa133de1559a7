package dev.landwaiter.cli.command.rego;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixHttpTest {
  @TempDir private Path folder;

  private HttpAnswer send(Duration timeout, long limit) throws OutsideException {
    String socket = URLEncoder.encode(folder.resolve("s").toString(), UTF_8);
    var tls =
        new HttpRequest.Tls(
            true, List.of(), Optional.empty(), Optional.empty(), false, Optional.empty());
    return OpenNetwork.send(
        new HttpRequest(
            "POST",
            "unix://localhost/v1/data?a=1&socket=" + socket + "&b=2",
            Map.of("x-one", List.of("1\r\nx-two: 2")),
            Optional.of("body"),
            timeout,
            false,
            Optional.empty(),
            tls,
            limit));
  }

  /// What one client sends to a server that answers with a text; the connection stays open until
  /// the client ends it where `ends` does not hold.
  private CompletableFuture<String> serve(ServerSocketChannel server, String answer, boolean ends) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (SocketChannel client = server.accept()) {
            var text = new StringBuilder();
            var bytes = ByteBuffer.allocate(4096);
            while (!text.toString().endsWith("\r\n\r\nbody") && client.read(bytes) >= 0) {
              text.append(UTF_8.decode(bytes.flip()));
              bytes.clear();
            }
            client.write(ByteBuffer.wrap(answer.getBytes(UTF_8)));
            while (!ends && client.read(bytes) >= 0) {
              bytes.clear();
            }
            return text.toString();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private ServerSocketChannel listen() throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return server.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
  }

  @Test
  void aRequestIsAnswered() throws IOException, OutsideException {
    try (var server = listen()) {
      var asked = serve(server, "HTTP/1.1 404 Gone away\r\nX-A: b\r\nx-a: c\r\n\r\nno", true);

      HttpAnswer answer = send(Duration.ofSeconds(60), 1000);

      assertThat(asked.join())
          .isEqualTo(
              """
              POST /v1/data?a=1&b=2 HTTP/1.0
              host: localhost
              x-one: 1x-two: 2
              content-length: 4

              body\
              """
                  .replace("\n", "\r\n"));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.reason()).isEqualTo("Gone away");
      assertThat(answer.headers()).isEqualTo(Map.of("x-a", List.of("b", "c")));
      assertThat(UTF_8.decode(answer.body()).toString()).isEqualTo("no");
    }
  }

  @Test
  void whatCannotBeReadIsAnError() throws IOException {
    assertThatThrownBy(() -> send(Duration.ofSeconds(60), 1000)).hasMessageContaining("dial unix");
    try (var server = listen()) {
      var asked = serve(server, "hello", true);
      assertThatThrownBy(() -> send(Duration.ofSeconds(60), 1000))
          .hasMessageContaining("malformed HTTP response");
      assertThat(asked.join()).isNotEmpty();

      asked = serve(server, "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1000), true);
      assertThatThrownBy(() -> send(Duration.ofSeconds(60), 1000))
          .hasMessageContaining("more than the 1000 bytes");
      assertThat(asked.join()).isNotEmpty();

      asked = serve(server, "HTTP/1.1 200 OK\r\n\r\nx", false);
      assertThatThrownBy(() -> send(Duration.ofMillis(300), 1000))
          .isInstanceOfSatisfying(
              OutsideException.class,
              e -> assertThat(e.reason()).isEqualTo(OutsideException.Reason.TIMEOUT));
      assertThat(asked.join()).isNotEmpty();
    }
  }
}
