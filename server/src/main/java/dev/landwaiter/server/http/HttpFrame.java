package dev.landwaiter.server.http;

import dev.landwaiter.server.Answer;
import dev.landwaiter.server.Request;
import dev.landwaiter.server.Service;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A running HTTP server.
///
/// It answers `/healthz` (whether the process lives), `/readyz` (whether it takes requests; not
/// while it drains) and `/metrics` itself; all else goes to the first service that takes it.
public final class HttpFrame implements AutoCloseable {
  /// Held here, since a logger that nobody holds forgets its level.
  private static final Logger LIBRARY = Logger.getLogger("io.helidon");

  private final WebServer server;
  private final Exchange exchange;
  private final Patience patience;

  private HttpFrame(WebServer server, Exchange exchange, Patience patience) {
    this.server = server;
    this.exchange = exchange;
    this.patience = patience;
  }

  /// What surrounds a server.
  ///
  /// @param ticks nanoseconds since some moment
  /// @param startMillis when the process began, since 1970
  /// @param trouble hears of mistakes of our own, which the client only sees as status 500
  public record Surroundings(LongSupplier ticks, long startMillis, Trouble trouble) {}

  /// Hears of what went wrong inside.
  @FunctionalInterface
  public interface Trouble {
    void happened(String about, RuntimeException problem);
  }

  /// Who may come in, and how.
  ///
  /// @param tls empty for plain HTTP
  /// @param token that requests must bear (RFC 6750); empty lets everybody in. Health and metrics
  ///   are open to all
  public record Door(Optional<TlsFiles> tls, Optional<String> token) {
    /// Plain HTTP for everybody.
    public static final Door OPEN = new Door(Optional.empty(), Optional.empty());
  }

  /// Begins to listen.
  ///
  /// @throws CannotListenException such as when the port is taken
  /// @throws IOException when certificate or key cannot be read; the message is for the user
  public static HttpFrame start(
      ListenAddress address,
      Door door,
      Limits limits,
      List<Service> services,
      Surroundings surroundings)
      throws CannotListenException, IOException {
    tryToListen(address);
    // It tells of its starts, and of each client that went away.
    LIBRARY.setLevel(Level.SEVERE);
    var patience = new Patience(limits, surroundings.ticks());
    var exchange =
        new Exchange(new Exchange.Frame(limits, door.token(), services), surroundings, patience);
    var config =
        WebServer.builder()
            .port(address.port())
            .shutdownHook(false)
            .maxTcpConnections(limits.connections())
            .idleConnectionTimeout(limits.idle())
            .idleConnectionPeriod(limits.idle().dividedBy(3))
            .shutdownGracePeriod(limits.draining())
            .contentEncoding(
                ContentEncodingContext.builder()
                    .contentEncodingsDiscoverServices(false)
                    .addContentEncoding(new AsSent())
                    .build())
            .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
            .addProtocol(
                Http1Config.builder()
                    .addReceiveListener(patience)
                    .maxHeadersSize(limits.headers())
                    .maxPrologueLength(limits.headers())
                    .build())
            .routing(HttpRouting.builder().addFilter((chain, in, out) -> exchange.run(in, out)));
    if (!address.host().isEmpty()) {
      config.host(address.host());
    }
    if (door.tls().isPresent()) {
      config.tls(door.tls().get().read());
    }
    WebServer server = config.build().start();
    if (!server.isRunning()) {
      throw new CannotListenException(
          "the server did not start", new IOException(address.toString()));
    }
    return new HttpFrame(server, exchange, patience);
  }

  /// The library tells only its log why it does not start.
  private static void tryToListen(ListenAddress address) throws CannotListenException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          address.host().isEmpty()
              ? new InetSocketAddress(address.port())
              : new InetSocketAddress(address.host(), address.port()));
    } catch (IOException e) {
      throw new CannotListenException(String.valueOf(e.getMessage()), e);
    }
  }

  /// The port that was taken.
  public int port() {
    return server.port();
  }

  /// Lets requests that were begun end, takes no others, and ends.
  @Override
  public void close() {
    exchange.drain();
    server.stop();
    patience.close();
  }

  /// Nothing listens; the message says why.
  public static final class CannotListenException extends Exception {
    private static final long serialVersionUID = 1;

    CannotListenException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /// The answer of a service, or that nobody takes the request.
  static Answer answer(List<Service> services, Request request) {
    for (Service service : services) {
      Optional<Answer> answer = service.answer(request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return Answer.text(404, "nothing is served at " + request.path() + "\n");
  }
}
