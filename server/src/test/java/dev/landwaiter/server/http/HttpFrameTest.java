package dev.landwaiter.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.server.Answer;
import dev.landwaiter.server.Request;
import dev.landwaiter.server.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class HttpFrameTest {
  private static final Limits LIMITS =
      new Limits(
          2_000,
          64 << 10,
          2_048,
          50,
          2,
          Duration.ofMillis(400),
          Duration.ofMillis(900),
          Duration.ofMillis(300),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5));

  /// Says what it was asked; waits where the path says so.
  private static final class Echo implements Service {
    final CountDownLatch entered = new CountDownLatch(2);
    final CountDownLatch leave = new CountDownLatch(1);

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public Optional<Answer> answer(Request request) {
      switch (request.path()) {
        case "/wait" -> {
          entered.countDown();
          try {
            leave.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
        case "/wrong" -> throw new IllegalStateException("a mistake");
        case "/deep" -> throw new StackOverflowError();
        case "/nobody" -> {
          return Optional.empty();
        }
        default -> {}
      }
      return Optional.of(
          Answer.text(
              200,
              request.method()
                  + " "
                  + request.path()
                  + " "
                  + request.query()
                  + " "
                  + request.body()));
    }
  }

  private final Echo echo = new Echo();
  private final List<String> troubles = new ArrayList<>();

  private HttpFrame start(Limits limits) throws Exception {
    return HttpFrame.start(
        new ListenAddress("127.0.0.1", 0),
        HttpFrame.Door.OPEN,
        limits,
        List.of(echo),
        new HttpFrame.Surroundings(
            System::nanoTime, 1_000, (about, e) -> troubles.add(about + ": " + e.getMessage())));
  }

  private static String ask(int port, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return ask(socket, request);
    }
  }

  private static String ask(Socket socket, String request) throws IOException {
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return answer(socket);
  }

  /// Status line, blank, body; reads as much as the answer says it has.
  private static String answer(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return head + "<closed>";
      }
      head.append((char) c);
    }
    List<String> lines = head.toString().lines().toList();
    int length = 0;
    for (String line : lines) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return lines.getFirst() + " | " + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String post(String path, String body) {
    return "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(path, body.length(), body);
  }

  private static String get(String path) {
    return "GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(path);
  }

  @Test
  void requestsReachTheService() throws Exception {
    try (HttpFrame frame = start(LIMITS)) {
      assertThat(ask(frame.port(), post("/a/b?x=1&y=%20&x=2", "hello")))
          .isEqualTo("HTTP/1.1 200 OK | POST /a/b {x=[1, 2], y=[ ]} hello");
      assertThat(ask(frame.port(), get("/%41//b"))).isEqualTo("HTTP/1.1 200 OK | GET /A//b {} ");
      assertThat(ask(frame.port(), get("//b"))).isEqualTo("HTTP/1.1 200 OK | GET //b {} ");
      assertThat(ask(frame.port(), get("/nobody")))
          .isEqualTo("HTTP/1.1 404 Not Found | nothing is served at /nobody\n");
      String chunked =
          """
          PUT /c HTTP/1.1
          Host: a
          Transfer-Encoding: chunked

          3
          abc
          2
          de
          0

          """
              .replace("\n", "\r\n");
      assertThat(ask(frame.port(), chunked)).isEqualTo("HTTP/1.1 200 OK | PUT /c {} abcde");
    }
  }

  @Test
  void connectionsAreKept() throws Exception {
    try (HttpFrame frame = start(LIMITS);
        var socket = new Socket(InetAddress.getLoopbackAddress(), frame.port())) {
      for (int i = 0; i < 5; i++) {
        assertThat(ask(socket, post("/" + i, "b"))).endsWith("POST /" + i + " {} b");
      }
    }
  }

  @Test
  void mistakesEndInOneAnswerAndTheServiceGoesOn() throws Exception {
    try (HttpFrame frame = start(LIMITS)) {
      assertThat(ask(frame.port(), get("/wrong"))).startsWith("HTTP/1.1 500");
      assertThat(ask(frame.port(), get("/deep"))).startsWith("HTTP/1.1 500");
      assertThat(troubles.getFirst()).isEqualTo("GET /wrong: a mistake");
      assertThat(troubles).hasSize(2);
      assertThat(ask(frame.port(), get("/healthz"))).isEqualTo("HTTP/1.1 200 OK | OK\n");
      assertThat(ask(frame.port(), get("/readyz"))).isEqualTo("HTTP/1.1 200 OK | OK\n");
      assertThat(ask(frame.port(), get("/metrics")))
          .contains("landwaiter_http_requests_total{code=\"500\"} 2\n")
          .contains("landwaiter_http_request_duration_seconds_count 4\n")
          .contains("landwaiter_http_requests_in_flight 1\n")
          .contains("process_start_time_seconds 1.0\n");
    }
  }

  @Test
  void bodiesAreBounded() throws Exception {
    try (HttpFrame frame = start(LIMITS)) {
      assertThat(ask(frame.port(), post("/a", "x".repeat(2_000)))).startsWith("HTTP/1.1 200");
      assertThat(ask(frame.port(), post("/a", "x".repeat(2_001))))
          .startsWith("HTTP/1.1 413")
          .endsWith("larger than the 2000 bytes that are read\n");
      String huge = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 104857600\r\n\r\nabc";
      assertThat(ask(frame.port(), huge)).startsWith("HTTP/1.1 413");
      String chunked =
          "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "400\r\n%s\r\n".formatted("x".repeat(1024)).repeat(5);
      assertThat(ask(frame.port(), chunked)).startsWith("HTTP/1.1 413");
      assertThat(ask(frame.port(), get("/healthz"))).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void headersAreBounded() throws Exception {
    try (HttpFrame frame = start(LIMITS)) {
      assertThat(
              ask(
                  frame.port(),
                  "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(5_000) + "\r\n\r\n"))
          .startsWith("HTTP/1.1 4");
      assertThat(ask(frame.port(), "GET /" + "x".repeat(5_000) + " HTTP/1.1\r\n\r\n"))
          .startsWith("HTTP/1.1 4");
      assertThat(ask(frame.port(), get("/healthz"))).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void silentClientsAreLeft() throws Exception {
    try (HttpFrame frame = start(LIMITS)) {
      String begun = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc";
      assertThat(ask(frame.port(), begun)).startsWith("HTTP/1.1 408");
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), frame.port())) {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write("POST /a HT".getBytes(StandardCharsets.UTF_8));
        assertThat(answer(socket)).matches("(?s)(HTTP/1.1 4.*|<closed>)");
      }
    }
  }

  @Test
  void slowClientsAreLeft() throws Exception {
    try (HttpFrame frame = start(LIMITS)) {
      assertThat(trickled(frame, "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n", "x"))
          .startsWith("HTTP/1.1 408")
          .endsWith(
              "the request came too slowly: at most 0.4 seconds without progress, 0.9 seconds"
                  + " altogether\n");
      assertThat(trickled(frame, "POST /", "x")).matches("(?s)(HTTP/1.1 4.*|<closed>)");
      assertThat(trickled(frame, "POST / HTTP/1.1\r\nHost: a\r\nX: ", "x"))
          .matches("(?s)(HTTP/1.1 4.*|<closed>)");
    }
  }

  /// Sends a beginning, then a piece every 100 ms for at most 12 seconds.
  private static String trickled(HttpFrame frame, String begin, String piece) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), frame.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(begin.getBytes(StandardCharsets.UTF_8));
      var writer =
          new FutureTask<>(() -> {
            try {
              for (int i = 0; i < 120; i++) {
                Thread.sleep(100);
                out.write(piece.getBytes(StandardCharsets.UTF_8));
              }
            } catch (IOException e) {
              return e.toString();
            }
            return "";
          });
      Thread.ofVirtual().start(writer);
      return answer(socket);
    }
  }

  @Test
  void requestsWaitForTheirTurn() throws Exception {
    try (HttpFrame frame = start(LIMITS)) {
      var first = new FutureTask<>(() -> ask(frame.port(), get("/wait")));
      var second = new FutureTask<>(() -> ask(frame.port(), get("/wait")));
      Thread.ofVirtual().start(first);
      Thread.ofVirtual().start(second);
      echo.entered.await();
      assertThat(ask(frame.port(), get("/a"))).startsWith("HTTP/1.1 503");
      assertThat(ask(frame.port(), get("/healthz"))).startsWith("HTTP/1.1 200");
      echo.leave.countDown();
      assertThat(first.get()).startsWith("HTTP/1.1 200");
      assertThat(second.get()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void theEndWaitsForWhatWasBegun() throws Exception {
    HttpFrame frame = start(LIMITS);
    var first = new FutureTask<>(() -> ask(frame.port(), get("/wait")));
    var second = new FutureTask<>(() -> ask(frame.port(), get("/wait")));
    Thread.ofVirtual().start(first);
    Thread.ofVirtual().start(second);
    echo.entered.await();
    int port = frame.port();
    var end =
        new FutureTask<>(() -> {
          frame.close();
          return true;
        });
    Thread.ofVirtual().start(end);
    echo.leave.countDown();
    assertThat(first.get()).startsWith("HTTP/1.1 200");
    assertThat(second.get()).startsWith("HTTP/1.1 200");
    assertThat(end.get()).isTrue();
    assertThatThrownBy(() -> ask(port, get("/a"))).isInstanceOf(IOException.class);
  }

  @Test
  void aTokenIsAskedForWhereOneIsSet() throws Exception {
    try (HttpFrame frame =
        HttpFrame.start(
            new ListenAddress("127.0.0.1", 0),
            new HttpFrame.Door(Optional.empty(), Optional.of("s3cret")),
            LIMITS,
            List.of(echo),
            new HttpFrame.Surroundings(System::nanoTime, 0, (about, e) -> {}))) {
      String with = "GET /a HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n";
      assertThat(ask(frame.port(), get("/a"))).startsWith("HTTP/1.1 401");
      assertThat(ask(frame.port(), with.formatted("s3cre"))).startsWith("HTTP/1.1 401");
      assertThat(ask(frame.port(), with.formatted("s3cret"))).startsWith("HTTP/1.1 200");
      assertThat(ask(frame.port(), get("/healthz"))).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aTakenPortIsSaid() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() ->
              HttpFrame.start(
                  new ListenAddress("127.0.0.1", taken.getLocalPort()),
                  HttpFrame.Door.OPEN,
                  LIMITS,
                  List.of(),
                  new HttpFrame.Surroundings(System::nanoTime, 0, (about, e) -> {})))
          .isInstanceOf(HttpFrame.CannotListenException.class)
          .hasMessageContaining("in use");
    }
  }
}
