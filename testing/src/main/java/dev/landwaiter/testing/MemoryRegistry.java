package dev.landwaiter.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A registry in this process, written from the distribution specification 1.1: blobs, manifests,
/// uploads, mounts, tags, the catalogue in pages, and the referrers API, which can be left out.
public final class MemoryRegistry implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final MemoryContent content;

  private MemoryRegistry(boolean referrers) throws IOException {
    content = new MemoryContent(referrers);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /// One with everything.
  public static MemoryRegistry start() throws IOException {
    return new MemoryRegistry(true);
  }

  /// One without the referrers API.
  public static MemoryRegistry withoutReferrers() throws IOException {
    return new MemoryRegistry(false);
  }

  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// What was asked so far: `METHOD PATH?QUERY`.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /// Entries in one page of a listing; 1000 at first.
  public void pageSize(int entries) {
    content.pageSize(entries);
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    MemoryContent.Response response;
    try {
      response = content.answer(MemoryContent.Request.of(exchange));
    } catch (RuntimeException e) {
      byte[] body = String.valueOf(e).getBytes(StandardCharsets.UTF_8);
      response = MemoryContent.Response.of(500, "text/plain", body);
    }
    response.headers().forEach(exchange.getResponseHeaders()::set);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    int length = response.body().length;
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(length));
    }
    exchange.sendResponseHeaders(response.status(), head || length == 0 ? -1 : length);
    if (!head && length > 0) {
      exchange.getResponseBody().write(response.body());
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
