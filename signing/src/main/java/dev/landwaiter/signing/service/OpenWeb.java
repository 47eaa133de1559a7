package dev.landwaiter.signing.service;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.registry.KnownProxies;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/// The network by HTTP and HTTPS. Redirects are followed for `GET` only, to no weaker scheme, and
/// what proves who we are goes to no other host.
public final class OpenWeb implements Web, AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final int REDIRECTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> SECRET = Set.of("authorization", "cookie", "x-vault-token");

  private final HttpClient client;
  private final ProxySelector proxies;
  private final Waiting waiting;

  private OpenWeb(HttpClient client, ProxySelector proxies, Waiting waiting) {
    this.client = client;
    this.proxies = proxies;
    this.waiting = waiting;
  }

  /// Over one client of the JDK.
  ///
  /// @param tls whom to trust and which certificate to show; the runtime's own where absent
  /// @param proxies which proxy to use for an address; `HttpClient.Builder.NO_PROXY` for none
  public static OpenWeb of(Optional<SSLContext> tls, ProxySelector proxies, Waiting waiting) {
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(waiting.connect())
            .proxy(proxies);
    tls.ifPresent(builder::sslContext);
    return new OpenWeb(builder.build(), proxies, waiting);
  }

  @Override
  public WebAnswer ask(WebRequest request) throws IOException {
    int attempts = request.repeatable() ? ATTEMPTS : 1;
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; true; attempt++) {
      WebAnswer answer = follow(request);
      boolean temporary = answer.status() == 429 || answer.status() >= 500;
      Duration wait = asked(answer).orElse(pause);
      if (!temporary || attempt == attempts || wait.compareTo(LONGEST_PAUSE) > 0) {
        return answer;
      }
      waiting.pause(wait);
      pause = pause.multipliedBy(3);
    }
  }

  /// The wait that the server asks for, in whole seconds (RFC 9110, 10.2.3).
  private static Optional<Duration> asked(WebAnswer answer) {
    String text = answer.header("retry-after").strip();
    boolean digits =
        !text.isEmpty() && text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
  }

  private WebAnswer follow(WebRequest first) throws IOException {
    WebRequest request = first;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      WebAnswer answer = once(request);
      if (!REDIRECT.contains(answer.status()) || !request.method().equals("GET")) {
        return answer;
      }
      request = redirected(request, answer);
    }
    throw transport(first, "it leads through more than %d redirects".formatted(REDIRECTS));
  }

  private static WebRequest redirected(WebRequest request, WebAnswer answer)
      throws RefusedException {
    URI from = request.uri();
    URI to;
    try {
      to = from.resolve(URI.create(answer.header("location")));
    } catch (IllegalArgumentException e) {
      throw transport(request, "it redirects to something that is no address");
    }
    boolean same = from.getScheme().equals(to.getScheme());
    if (to.getHost() == null || !(same || "https".equals(to.getScheme()))) {
      throw transport(request, "it redirects to an address that is not followed");
    }
    if (same && from.getRawAuthority().equals(to.getRawAuthority())) {
      return request.to(to, request.headers());
    }
    Map<String, String> rest = new LinkedHashMap<>(request.headers());
    rest.keySet().removeIf(name -> SECRET.contains(name.toLowerCase(Locale.ROOT)));
    return request.to(to, rest);
  }

  private WebAnswer once(WebRequest request) throws IOException {
    for (String name : request.headers().keySet()) {
      if (SECRET.contains(name.toLowerCase(Locale.ROOT))
          && !WebRequest.isConfidential(request.uri())) {
        throw transport(
            request, "no secret is sent over a line that everybody can read; name it by https");
      }
    }
    Duration patience;
    try {
      patience = waiting.atMost(request.patience());
    } catch (ImageException e) {
      throw transport(request, String.valueOf(e.getMessage()));
    }
    var body =
        HttpResponse.BodyHandlers.limiting(
            HttpResponse.BodyHandlers.ofByteArray(), request.limit());
    var sent = client.sendAsync(message(request, patience), body);
    try {
      HttpResponse<byte[]> response = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return answer(response);
    } catch (TimeoutException e) {
      throw transport(request, "no answer within %d seconds".formatted(patience.toSeconds()));
    } catch (ExecutionException e) {
      throw reason(request, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } finally {
      sent.cancel(true);
    }
  }

  private HttpRequest message(WebRequest request, Duration patience) throws RefusedException {
    try {
      var message =
          HttpRequest.newBuilder(request.uri())
              .timeout(patience)
              .method(
                  request.method(),
                  request.body().isEmpty()
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(request.body().toArray()));
      request.headers().forEach(message::header);
      if (proxies instanceof KnownProxies known) {
        known
            .authorization(request.uri())
            .ifPresent(value -> message.header("Proxy-Authorization", value));
      }
      return message.build();
    } catch (IllegalArgumentException e) {
      // The JDK's message would show the header, which may be a secret.
      throw transport(request, "the address or a header cannot be sent");
    }
  }

  private static WebAnswer answer(HttpResponse<byte[]> response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!values.isEmpty()) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.getFirst());
          }
        });
    return new WebAnswer(response.uri(), response.statusCode(), headers, Bytes.of(response.body()));
  }

  private static RefusedException reason(WebRequest request, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("body exceeds capacity") || message.contains("exceeded capacity")) {
      return new RefusedException(
          FailureClass.LIMIT,
          "the answer of %s is larger than %d bytes".formatted(request.shown(), request.limit()));
    }
    return transport(
        request,
        switch (cause) {
          case ConnectException e ->
              unresolved(e) ? "there is no host of that name" : "the connection is refused";
          case HttpTimeoutException e -> "no answer in time";
          case SSLException e -> "TLS failed: " + message;
          default -> message.isEmpty() ? cause.getClass().getSimpleName() : message;
        });
  }

  private static boolean unresolved(Throwable cause) {
    Throwable each = cause;
    for (int depth = 0; each != null && depth < 10; depth++) {
      if (each instanceof UnresolvedAddressException) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  private static RefusedException transport(WebRequest request, String why) {
    return new RefusedException(
        FailureClass.TRANSPORT, "%s cannot be reached: %s".formatted(request.shown(), why));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
