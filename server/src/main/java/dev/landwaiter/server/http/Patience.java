package dev.landwaiter.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Ends requests that do not come to their end: headers have a moment, a body may pause for a
/// moment and has a time altogether. The client is told so, and its connection is closed.
///
/// A silent client would otherwise hold its connection for ever: reading from it knows no time
/// limit.
final class Patience implements Http1ConnectionListener, AutoCloseable {
  private final Map<String, Arriving> arriving = new ConcurrentHashMap<>();
  private final Limits limits;
  private final LongSupplier ticks;
  private final Thread watch;

  Patience(Limits limits, LongSupplier ticks) {
    this.limits = limits;
    this.ticks = ticks;
    this.watch = Thread.ofVirtual().name("patience").start(this::watch);
  }

  /// A request whose bytes still come in.
  private static final class Arriving {
    final ConnectionContext connection;
    final long begun;
    volatile long last;

    Arriving(ConnectionContext connection, long now) {
      this.connection = connection;
      this.begun = now;
      this.last = now;
    }
  }

  @Override
  public void prologue(ConnectionContext connection, HttpPrologue prologue) {
    arriving.put(connection.socketId(), new Arriving(connection, ticks.getAsLong()));
  }

  /// Some bytes have come.
  void heard(String socket) {
    Arriving request = arriving.get(socket);
    if (request != null) {
      request.last = ticks.getAsLong();
    }
  }

  /// The request is complete.
  void complete(String socket) {
    arriving.remove(socket);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(limits.silence().dividedBy(4));
        arriving.forEach(this::look);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(String socket, Arriving request) {
    long now = ticks.getAsLong();
    boolean late =
        passed(now - request.begun, limits.sending())
            || passed(now - request.last, limits.silence());
    // Whoever takes it out of the map ends it: complete requests are answered by others.
    if (late && arriving.remove(socket, request)) {
      end(request.connection);
    }
  }

  private void end(ConnectionContext connection) {
    String reason =
        "the request came too slowly: at most %s without progress, %s altogether\n"
            .formatted(shown(limits.silence()), shown(limits.sending()));
    String answer =
        "HTTP/1.1 408 Request Timeout\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Connection: close\r\nContent-Length: "
            + reason.length()
            + "\r\n\r\n"
            + reason;
    try {
      connection.dataWriter().writeNow(BufferData.create(answer.getBytes(StandardCharsets.UTF_8)));
      connection.serverSocket().close();
    } catch (UncheckedIOException e) {
      // It went away by itself.
      return;
    }
  }

  private static boolean passed(long nanos, Duration limit) {
    return nanos > limit.toNanos();
  }

  private static String shown(Duration limit) {
    return limit.toMillis() / 1000.0 + " seconds";
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
