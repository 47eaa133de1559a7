package dev.landwaiter.cli.command.rego;

import dev.landwaiter.rego.HttpAnswer;
import dev.landwaiter.rego.HttpRequest;
import dev.landwaiter.rego.OutsideException;
import dev.landwaiter.rego.OutsideException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The network as `http.send` and `net.lookup_ip_addr` reach it where it is open.
final class OpenNetwork {
  private static final int REDIRECTS = 10;

  /// Headers that the client writes itself.
  private static final Set<String> OWN = Set.of("host", "content-length", "connection");

  private static final Set<String> SECRET =
      Set.of("authorization", "cookie", "cookie2", "www-authenticate");

  private OpenNetwork() {}

  /// The addresses of a host, by the system's resolver.
  static List<String> lookup(String host) throws OutsideException {
    try {
      var addresses = new TreeSet<String>();
      for (InetAddress address : InetAddress.getAllByName(host)) {
        addresses.add(address.getHostAddress());
      }
      return List.copyOf(addresses);
    } catch (UnknownHostException e) {
      throw new OutsideException(Reason.NETWORK, "lookup " + host + ": no such host");
    }
  }

  /// Sends a request; redirects are followed where it asks for that, each host checked again. All
  /// of it, from the first look at a name to the last byte, takes no longer than its timeout.
  static HttpAnswer send(HttpRequest request) throws OutsideException {
    var task =
        new FutureTask<>(
            () -> request.url().startsWith("unix:") ? UnixHttp.send(request) : follow(request));
    Thread.ofVirtual().name("http.send").start(task);
    try {
      return task.get(Math.max(1, request.timeout().toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new OutsideException(Reason.TIMEOUT, "context deadline exceeded");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new OutsideException(Reason.TIMEOUT, "interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case OutsideException outside -> throw outside;
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private static HttpAnswer follow(HttpRequest request) throws OutsideException {
    var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    TlsContext.of(request.tls()).ifPresent(client::sslContext);
    try (HttpClient http = client.build()) {
      URI uri = uri(request.url());
      String method = request.method();
      Optional<String> body = request.body();
      Map<String, List<String>> headers = request.headers();
      for (int hop = 0; ; hop++) {
        HttpResponse<InputStream> response = exchange(http, message(uri, method, body, headers));
        Optional<String> next = response.headers().firstValue("location");
        if (!request.follow() || !isRedirect(response.statusCode()) || next.isEmpty()) {
          return answer(response, request.answerLimit());
        }
        response.body().close();
        if (hop == REDIRECTS) {
          throw new OutsideException(Reason.NETWORK, "stopped after 10 redirects");
        }
        URI target = target(uri, next.get(), request);
        if (!String.valueOf(target.getHost()).equalsIgnoreCase(uri.getHost())) {
          headers = withoutSecrets(headers);
        }
        uri = target;
        if (response.statusCode() < 307 && !method.equals("HEAD")) {
          method = "GET";
          body = Optional.empty();
        }
      }
    } catch (HttpTimeoutException e) {
      throw new OutsideException(Reason.TIMEOUT, "context deadline exceeded");
    } catch (ConnectException e) {
      throw new OutsideException(
          Reason.NETWORK, "dial tcp " + where(request) + ": connect: connection refused");
    } catch (InterruptedIOException e) {
      throw new OutsideException(Reason.TIMEOUT, "interrupted");
    } catch (IOException e) {
      throw new OutsideException(Reason.NETWORK, String.valueOf(e.getMessage()));
    }
  }

  private static String where(HttpRequest request) throws OutsideException {
    URI uri = uri(request.url());
    int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    return uri.getHost() + ":" + port;
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static URI uri(String text) throws OutsideException {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new OutsideException(Reason.NETWORK, "not a URL: " + text);
    }
  }

  private static URI target(URI from, String location, HttpRequest request)
      throws OutsideException {
    URI to = from.resolve(uri(location));
    String host = String.valueOf(to.getHost());
    if (!List.of("http", "https").contains(String.valueOf(to.getScheme()))) {
      throw new OutsideException(
          Reason.NETWORK, "unsupported protocol scheme \"" + to.getScheme() + "\"");
    }
    if (!request.allowedHosts().orElse(List.of(host)).contains(host)) {
      throw new OutsideException(Reason.NETWORK, "disallowed host: " + host);
    }
    return to;
  }

  /// What another host than the one they were meant for gets.
  private static Map<String, List<String>> withoutSecrets(Map<String, List<String>> headers) {
    Map<String, List<String>> rest = new LinkedHashMap<>(headers);
    rest.keySet().removeIf(name -> SECRET.contains(name.toLowerCase(Locale.ROOT)));
    return rest;
  }

  private static java.net.http.HttpRequest message(
      URI uri, String method, Optional<String> body, Map<String, List<String>> headers)
      throws OutsideException {
    try {
      var message =
          java.net.http.HttpRequest.newBuilder(uri)
              .method(
                  method,
                  body.map(java.net.http.HttpRequest.BodyPublishers::ofString)
                      .orElseGet(java.net.http.HttpRequest.BodyPublishers::noBody));
      headers.forEach((name, values) -> {
        if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
          values.forEach(value -> message.header(name, value));
        }
      });
      return message.build();
    } catch (IllegalArgumentException e) {
      throw new OutsideException(Reason.NETWORK, String.valueOf(e.getMessage()));
    }
  }

  private static HttpResponse<InputStream> exchange(
      HttpClient http, java.net.http.HttpRequest message) throws IOException, OutsideException {
    try {
      return http.send(message, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutsideException(Reason.TIMEOUT, "interrupted");
    }
  }

  private static HttpAnswer answer(HttpResponse<InputStream> response, long limit)
      throws IOException, OutsideException {
    Map<String, List<String>> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    try (InputStream in = response.body()) {
      byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > limit) {
        throw new OutsideException(
            Reason.NETWORK, "the answer has more than the " + limit + " bytes that are read");
      }
      return new HttpAnswer(
          response.statusCode(),
          Reasons.of(response.statusCode()),
          headers,
          ByteBuffer.wrap(bytes));
    }
  }
}
