package dev.landwaiter.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A registry in this process, written from the distribution specification 1.1: blobs, manifests,
/// uploads, mounts, tags, the catalogue in pages, and the referrers API, which can be left out.
public final class MemoryRegistry implements AutoCloseable {
  private static final InetSocketAddress ANYWHERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final MemoryContent content;
  private final String authorization;
  private volatile Fault fault = request -> Optional.empty();

  private MemoryRegistry(HttpServer server, boolean referrers, String authorization) {
    this.server = server;
    this.authorization = authorization;
    content = new MemoryContent(referrers);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /// One with everything.
  public static MemoryRegistry start() throws IOException {
    return new MemoryRegistry(HttpServer.create(ANYWHERE, 0), true, "");
  }

  /// One without the referrers API.
  public static MemoryRegistry withoutReferrers() throws IOException {
    return new MemoryRegistry(HttpServer.create(ANYWHERE, 0), false, "");
  }

  /// One with everything behind TLS and one login.
  public static MemoryRegistry secured(Certificates certificates, String user, String password)
      throws IOException {
    HttpsServer server = HttpsServer.create(ANYWHERE, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.tls()));
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new MemoryRegistry(server, true, "Basic " + Base64.getEncoder().encodeToString(login));
  }

  /// Forgets everything it holds.
  public void clear() {
    content.clear();
    requests.clear();
  }

  /// Puts a blob into it without a word on the wire.
  public void blob(String repository, byte[] blob) {
    content.blob(repository, blob);
  }

  /// Puts a manifest into it without a word on the wire, whether what it names is there or not.
  ///
  /// @param tag or empty
  public void manifest(String repository, String tag, String mediaType, byte[] manifest) {
    content.manifest(repository, tag, mediaType, manifest);
  }

  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// What was asked so far: `METHOD PATH?QUERY`.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /// The tags of a repository with the digests they lead to.
  public Map<String, String> tags(String repository) {
    return content.tags(repository);
  }

  /// The digests of all manifests and indexes of a repository.
  public Set<String> manifests(String repository) {
    return content.manifests(repository);
  }

  /// The bytes of a manifest or a blob, or none.
  public byte[] read(String repository, String digest) {
    return content.read(repository, digest);
  }

  /// Somebody who may answer instead of the registry.
  public interface Fault {
    /// Answers, or not.
    ///
    /// @param request `METHOD PATH?QUERY`
    /// @return status with body, or nothing to let the registry answer
    Optional<Broken> answer(String request) throws IOException;
  }

  /// A wrong answer.
  ///
  /// @param type the media type
  @SuppressWarnings("ArrayRecordComponent")
  public record Broken(int status, String type, byte[] body) {}

  /// From now on asks this one first.
  public void fault(Fault other) {
    fault = other;
  }

  /// Entries in one page of a listing; 1000 at first.
  public void pageSize(int entries) {
    content.pageSize(entries);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    requests.add(asked);
    MemoryContent.Response response;
    try {
      Optional<Broken> broken = fault.answer(asked);
      if (broken.isPresent()) {
        Broken instead = broken.get();
        send(exchange, MemoryContent.Response.of(instead.status(), instead.type(), instead.body()));
        return;
      }
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      response =
          authorization.isEmpty() || authorization.equals(given)
              ? answer(exchange)
              : MemoryContent.Response.error(401, "UNAUTHORIZED")
                  .with("WWW-Authenticate", "Basic realm=\"registry\"");
    } catch (RuntimeException e) {
      byte[] body = String.valueOf(e).getBytes(StandardCharsets.UTF_8);
      response = MemoryContent.Response.of(500, "text/plain", body);
    }
    send(exchange, response);
  }

  private static void send(HttpExchange exchange, MemoryContent.Response response)
      throws IOException {
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

  private MemoryContent.Response answer(HttpExchange exchange) throws IOException {
    return content.answer(MemoryContent.Request.of(exchange));
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
