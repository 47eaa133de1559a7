package dev.landwaiter.testing.sigstore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Certificate authority, transparency logs, timestamp authority and token issuer on one port, at
/// the paths of the recorded runs: `/fulcio`, `/rekor`, `/tiles`, `/tsa`, `/oidc`. They use the
/// private keys of the recorded runs, so that `trust/root-all.json` trusts them. A fault is chosen
/// by the path, such as `/fulcio-nosct` or `/tiles-shortproof`.
public final class MemorySigstore implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final FakeFulcio fulcio;
  private final FakeRekor rekor;
  private final FakeTiles tiles;
  private final FakeTimestamps timestamps;
  private final FakeIssuer issuer;

  private MemorySigstore(Path trust, InstantSource clock) throws IOException {
    var material = new Material(trust);
    fulcio = new FakeFulcio(material, clock);
    rekor = new FakeRekor(material, clock);
    tiles = new FakeTiles(material);
    timestamps = new FakeTimestamps(material, clock);
    issuer = new FakeIssuer(clock);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /// Starts them.
  ///
  /// @param trust the folder `trust` of the recorded runs
  /// @param clock what certificates, entries and timestamps are dated by
  public static MemorySigstore start(Path trust, InstantSource clock) throws IOException {
    return new MemorySigstore(trust, clock);
  }

  /// `http://127.0.0.1:PORT`.
  public String address() {
    return "http://" + host();
  }

  /// `127.0.0.1:PORT`.
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// Puts an entry into the log of version 1 that was made elsewhere.
  ///
  /// @param body as the log keeps it
  /// @param time of its integration, in seconds since 1970
  public void logged(String body, long time) {
    rekor.add(body, time);
  }

  /// What was asked so far: `METHOD PATH`.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    Reply reply;
    try {
      reply = answer(exchange);
    } catch (RuntimeException e) {
      reply = Reply.error(500, String.valueOf(e));
    }
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    exchange.getResponseBody().write(reply.body());
    exchange.close();
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int slash = path.indexOf('/', 1);
    String first = slash < 0 ? path.substring(1) : path.substring(1, slash);
    String rest = slash < 0 ? "" : path.substring(slash);
    int dash = first.indexOf('-');
    String service = dash < 0 ? first : first.substring(0, dash);
    String fault = dash < 0 ? "" : first.substring(dash + 1);
    byte[] content = exchange.getRequestBody().readAllBytes();
    String body = new String(content, StandardCharsets.UTF_8);
    if (fault.equals("down")) {
      return Reply.error(503, "down");
    }
    return switch (service) {
      case "fulcio" -> {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        yield fulcio.issue(fault, Objects.requireNonNullElse(bearer, ""), body);
      }
      case "rekor" -> log(fault, exchange, rest, body);
      case "tiles" -> tiles.create(fault, body);
      case "tsa" -> timestamps.stamp(fault, content);
      case "oidc" -> {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        yield issuer.answer(address() + "/oidc", rest, query, body);
      }
      default -> Reply.error(404, "not found");
    };
  }

  private Reply log(String fault, HttpExchange exchange, String path, String body) {
    String entries = "/api/v1/log/entries";
    if (path.equals(entries + "/retrieve")) {
      return rekor.search(body);
    }
    if (path.startsWith(entries + "/")) {
      return rekor.get(path.substring(entries.length() + 1));
    }
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
    return query.startsWith("logIndex=")
        ? rekor.byIndex(Long.parseLong(query.substring(query.indexOf('=') + 1)))
        : rekor.create(fault, body);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
