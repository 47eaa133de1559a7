package dev.landwaiter.oci.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.MediaTypes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// A small registry in this process, whose every path can be made to misbehave.
final class TestRegistry implements AutoCloseable {
  /// What a request brought: path with query, and `Authorization` or empty.
  record Request(String path, String authorization) {}

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> paths = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private volatile Set<String> accepted = Set.of();
  private volatile List<String> challenges = List.of();

  private TestRegistry(HttpServer server) {
    this.server = server;
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
    on("/v2/", give(200, "application/json", "{}"));
  }

  static TestRegistry start() throws IOException {
    return new TestRegistry(HttpServer.create(anyPort(), 0));
  }

  static TestRegistry startTls(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new TestRegistry(server);
  }

  /// One that asks for a certificate of the client.
  ///
  /// @param needed whether it goes on with nobody else
  static TestRegistry startTls(SSLContext context, boolean needed) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = context.getDefaultSSLParameters();
            if (needed) {
              tls.setNeedClientAuth(true);
            } else {
              tls.setWantClientAuth(true);
            }
            parameters.setSSLParameters(tls);
          }
        });
    return new TestRegistry(server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  String host() {
    return "127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /// Every request must bring one of these values of `Authorization`, else is challenged.
  void protect(List<String> challenges, String... accepted) {
    this.challenges = challenges;
    this.accepted = Set.of(accepted);
  }

  /// A token service at `/token` whose n-th token is `tN`; only the last `good` ones of it count.
  /// With a user, only that user gets one.
  void tokenService(String authorization) {
    protect(List.of("Bearer realm=\"http://%s/token\",service=\"test\"".formatted(host())));
    on(
        "/token",
        exchange -> {
          String given = authorizationOf(exchange);
          if (!given.equals(authorization)) {
            give(401, "application/json", "{}").handle(exchange);
            return;
          }
          String token = "t" + tokens.incrementAndGet();
          accepted = Set.of("Bearer " + token);
          give(200, "application/json", "{\"token\":\"%s\",\"expires_in\":300}".formatted(token))
              .handle(exchange);
        });
  }

  void forgetTokens() {
    accepted = Set.of();
  }

  void on(String path, HttpHandler handler) {
    paths.put(path, handler);
  }

  /// The values of a header in all requests that had it.
  List<String> headers(String name) {
    return headers.stream().flatMap(each -> each.getOrDefault(name, List.of()).stream()).toList();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<String> requested() {
    return requests.stream().map(Request::path).filter(p -> !p.equals("/v2/")).toList();
  }

  /// Stores a blob and says which digest it has.
  String blob(String repository, byte[] content) {
    String digest = Digest.sha256(content).toString();
    on("/v2/" + repository + "/blobs/" + digest, give(200, "application/octet-stream", content));
    return digest;
  }

  /// Stores a manifest or an index under its digest and a tag, and says its descriptor.
  String manifest(String repository, String tag, String mediaType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String digest = Digest.sha256(bytes).toString();
    on("/v2/" + repository + "/manifests/" + digest, give(200, mediaType, bytes));
    on("/v2/" + repository + "/manifests/" + tag, give(200, mediaType, bytes));
    return "\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d"
        .formatted(mediaType, digest, bytes.length);
  }

  /// Stores an image for linux on an architecture; its layers are not compressed.
  String image(String repository, String tag, String architecture, String... layers) {
    List<String> descriptors = new ArrayList<>();
    for (String layer : layers) {
      byte[] bytes = layer.getBytes(StandardCharsets.UTF_8);
      descriptors.add(
          "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
              .formatted(MediaTypes.OCI_LAYER, blob(repository, bytes), bytes.length));
    }
    String diffIds =
        List.of(layers).stream()
            .map(l -> "\"" + Digest.sha256(l.getBytes(StandardCharsets.UTF_8)) + "\"")
            .collect(Collectors.joining(","));
    byte[] config =
        "{\"os\":\"linux\",\"architecture\":\"%s\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[%s]}}"
            .formatted(architecture, diffIds)
            .getBytes(StandardCharsets.UTF_8);
    return manifest(
        repository,
        tag,
        MediaTypes.OCI_MANIFEST,
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d},\"layers\":[%s]}"
            .formatted(
                MediaTypes.OCI_MANIFEST,
                MediaTypes.OCI_CONFIG,
                blob(repository, config),
                config.length,
                String.join(",", descriptors)));
  }

  /// The digest in what [#image] and [#manifest] say.
  static String digestOf(String descriptor) {
    int at = descriptor.indexOf("sha256:");
    return descriptor.substring(at, at + 71);
  }

  static HttpHandler give(int status, String type, String body) {
    return give(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  static HttpHandler give(int status, String type, byte[] body) {
    return exchange -> {
      // Whoever is still sending when the connection ends may never see the answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    };
  }

  static HttpHandler redirect(int status, String location) {
    return exchange -> {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String authorization = authorizationOf(exchange);
    headers.add(Map.copyOf(exchange.getRequestHeaders()));
    requests.add(new Request(path, authorization));
    String bare = exchange.getRequestURI().getPath();
    if (bare.startsWith("/v2/") && !challenges.isEmpty() && !accepted.contains(authorization)) {
      exchange.getResponseHeaders().put("WWW-Authenticate", challenges);
      give(401, "application/json", "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"no\"}]}")
          .handle(exchange);
      return;
    }
    paths
        .getOrDefault(
            bare,
            give(
                404,
                "application/json",
                "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"unknown\"}]}"))
        .handle(exchange);
  }

  private static String authorizationOf(HttpExchange exchange) {
    var values = exchange.getRequestHeaders().get("Authorization");
    return values == null ? "" : String.join(",", values);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
