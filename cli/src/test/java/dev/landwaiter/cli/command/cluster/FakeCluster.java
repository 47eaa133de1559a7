package dev.landwaiter.cli.command.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.testing.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/// As much of an API server as Secrets need: it knows one user, by token or by certificate.
public final class FakeCluster implements AutoCloseable {
  static final String TOKEN = "token-of-the-user";

  private final HttpsServer server;
  private final Certificates own;
  private final Certificates client;
  private final Map<String, Map<String, String>> secrets = new ConcurrentHashMap<>();
  private final List<String> bodies = new ArrayList<>();
  private final String minor;
  private volatile boolean locked;

  private FakeCluster(Path folder, String minor) throws IOException, GeneralSecurityException {
    this.minor = minor;
    own = Certificates.make(folder, "server", "ip:127.0.0.1");
    client = Certificates.make(folder, "client", "dns:client");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters all = getSSLContext().getDefaultSSLParameters();
            all.setWantClientAuth(true);
            parameters.setSSLParameters(all);
          }
        });
    server.createContext("/", this::handle);
    server.start();
  }

  /// Starts one.
  ///
  /// @param minor the version after `1.`
  public static FakeCluster start(Path folder, String minor) throws Exception {
    return new FakeCluster(folder, minor);
  }

  private SSLContext tls() throws IOException, GeneralSecurityException {
    char[] password = Certificates.PASSWORD.toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(own.store())) {
      keys.load(in, password);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    KeyStore known = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(client.store())) {
      known.load(in, password);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", known.getCertificate("test"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /// A kubeconfig whose user has a token.
  public String configWithToken() {
    return config("token: " + TOKEN);
  }

  /// A kubeconfig whose user has a certificate.
  String configWithCertificate() {
    return config(
        "client-certificate: " + client.certificate() + "\n    client-key: " + client.key());
  }

  /// A kubeconfig with these lines about the user.
  String config(String user) {
    return """
    apiVersion: v1
    kind: Config
    current-context: here
    contexts:
    - name: there
      context: {cluster: none, user: none}
    - name: here
      context: {cluster: fake, user: me}
    clusters:
    - name: fake
      cluster:
        server: https://127.0.0.1:%d
        certificate-authority: %s
    users:
    - name: me
      user:
        %s
    """
        .formatted(server.getAddress().getPort(), own.certificate(), user);
  }

  /// The data of a Secret, still in Base64.
  public Map<String, String> data(String namespace, String name) {
    return secrets.getOrDefault(path(namespace, name), Map.of());
  }

  void put(String namespace, String name, Map<String, String> data) {
    secrets.put(path(namespace, name), data);
  }

  /// Makes every Secret immutable.
  void lock() {
    locked = true;
  }

  /// What was sent.
  synchronized List<String> bodies() {
    return List.copyOf(bodies);
  }

  private static String path(String namespace, String name) {
    return "/api/v1/namespaces/" + namespace + "/secrets/" + name;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      answer(exchange, body);
    } catch (FormatException e) {
      send(exchange, 400, "{}");
    }
  }

  private void answer(HttpExchange exchange, String body) throws IOException, FormatException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    boolean known = ("Bearer " + TOKEN).equals(token) || peer(exchange);
    String path = exchange.getRequestURI().getPath();
    if (!known) {
      send(exchange, 401, "{\"kind\":\"Status\",\"message\":\"Unauthorized\"}");
      return;
    }
    if (!body.isEmpty()) {
      bodies.add(body);
    }
    switch (exchange.getRequestMethod()) {
      case "GET" -> {
        if (path.equals("/version")) {
          send(exchange, 200, "{\"major\":\"1\",\"minor\":\"" + minor + "\"}");
        } else if (secrets.containsKey(path)) {
          send(exchange, 200, json(path));
        } else {
          send(exchange, 404, "{\"kind\":\"Status\",\"reason\":\"NotFound\"}");
        }
      }
      case "POST" -> {
        Value sent = Json.parse("sent", body);
        String name = sent.get("metadata").orElseThrow().text("name");
        secrets.put(path + "/" + name, data(sent, new TreeMap<>()));
        send(exchange, 201, "{}");
      }
      case "PATCH" -> {
        secrets.put(path, data(Json.parse("sent", body), new TreeMap<>(secrets.get(path))));
        send(exchange, 200, "{}");
      }
      default -> send(exchange, 405, "{}");
    }
  }

  private static boolean peer(HttpExchange exchange) {
    try {
      return exchange instanceof HttpsExchange secure
          && secure.getSSLSession().getPeerCertificates().length > 0;
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  private static Map<String, String> data(Value sent, Map<String, String> before) {
    sent.get("data")
        .orElse(ObjectValue.EMPTY)
        .members()
        .forEach((key, value) -> before.put(key.asText(), value.asText()));
    return before;
  }

  private String json(String path) {
    var data = new StringBuilder();
    secrets
        .getOrDefault(path, Map.of())
        .forEach((key, value) ->
            data.append(data.isEmpty() ? "" : ",").append("\"%s\":\"%s\"".formatted(key, value)));
    return "{\"kind\":\"Secret\",\"immutable\":%s,\"metadata\":{\"resourceVersion\":\"7\"},"
            .formatted(locked)
        + "\"data\":{"
        + data
        + "}}";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
