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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The network as `http.send` and `net.lookup_ip_addr` reach it where it is open.
final class OpenNetwork {
  private static final int REDIRECTS = 10;

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

  /// Sends a request; redirects are followed where it asks for that, each host checked again.
  static HttpAnswer send(HttpRequest request) throws OutsideException {
    if (request.url().startsWith("unix:")) {
      return UnixHttp.send(request);
    }
    var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(request.timeout())
            .version(HttpClient.Version.HTTP_1_1);
    TlsContext.of(request.tls()).ifPresent(client::sslContext);
    try (HttpClient http = client.build()) {
      URI uri = uri(request.url());
      String method = request.method();
      Optional<String> body = request.body();
      for (int hop = 0; ; hop++) {
        HttpResponse<InputStream> response = exchange(http, request, uri, method, body);
        Optional<String> next = response.headers().firstValue("location");
        if (!request.follow() || !isRedirect(response.statusCode()) || next.isEmpty()) {
          return answer(response, request.answerLimit());
        }
        response.body().close();
        if (hop == REDIRECTS) {
          throw new OutsideException(Reason.NETWORK, "stopped after 10 redirects");
        }
        uri = target(uri, next.get(), request);
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

  private static HttpResponse<InputStream> exchange(
      HttpClient http, HttpRequest request, URI uri, String method, Optional<String> body)
      throws IOException, OutsideException {
    try {
      var next =
          java.net.http.HttpRequest.newBuilder(uri)
              .timeout(request.timeout())
              .method(
                  method,
                  body.map(java.net.http.HttpRequest.BodyPublishers::ofString)
                      .orElseGet(java.net.http.HttpRequest.BodyPublishers::noBody));
      request
          .headers()
          .forEach((name, values) -> {
            // The client sets the host itself, from the URL.
            if (!name.equalsIgnoreCase("host")) {
              values.forEach(value -> next.header(name, value));
            }
          });
      return http.send(next.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IllegalArgumentException e) {
      throw new OutsideException(Reason.NETWORK, String.valueOf(e.getMessage()));
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
