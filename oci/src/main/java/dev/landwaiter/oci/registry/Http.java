package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Waiting;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Requests over one client: redirects followed by our own rules, what may pass tried again.
final class Http implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  /// How the JDK tells that a body ended before its announced length.
  private static final Pattern SHORTER =
      Pattern.compile("fixed content-length: (\\d+), bytes received: (\\d+)");

  private static final int REDIRECT_LIMIT = 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> TEMPORARY = Set.of(408, 429, 499, 500, 502, 503, 504, 522);

  private final HttpClient client;
  private final ProxySelector proxies;
  private final Waiting waiting;

  Http(Trust trust, ProxySelector proxies, Waiting waiting) {
    this.waiting = waiting;
    this.proxies = proxies;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(waiting.connect())
            .proxy(proxies)
            .sslContext(trust.context())
            .build();
  }

  /// Asks until something lasting is answered, three times at most, and once only where asking
  /// again might do harm.
  <T> T send(Ask ask, Receiver<T> receiver) throws IOException {
    int attempts = ask.repeatable() ? ATTEMPTS : 1;
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; true; attempt++) {
      Duration wait = pause;
      try {
        Answer answer = follow(ask);
        Optional<Duration> asked = RetryAfter.parse(answer, waiting.clock());
        boolean patient = asked.map(a -> a.compareTo(LONGEST_PAUSE) <= 0).orElse(true);
        if (!TEMPORARY.contains(answer.status()) || attempt == attempts || !patient) {
          return receiver.receive(answer);
        }
        answer.close();
        wait = asked.orElse(pause);
      } catch (ImageException e) {
        throw e;
      } catch (IOException e) {
        if (attempt == attempts || !temporary(e)) {
          throw unreachable(ask.uri(), e);
        }
      }
      waiting.pause(wait);
      pause = pause.multipliedBy(3);
    }
  }

  /// Asks once; an answer that leads elsewhere is an answer, too: what holds a secret goes nowhere
  /// else.
  <T> T sendHere(Ask ask, Receiver<T> receiver) throws IOException {
    try {
      return receiver.receive(once(ask));
    } catch (ImageException e) {
      throw e;
    } catch (IOException e) {
      throw unreachable(ask.uri(), e);
    }
  }

  private Answer follow(Ask first) throws IOException {
    Ask ask = first;
    for (int hop = 0; hop <= REDIRECT_LIMIT; hop++) {
      Answer answer = once(ask);
      if (!REDIRECTS.contains(answer.status())) {
        return answer;
      }
      answer.discard();
      if (!ask.reads() && answer.status() < 307) {
        throw new ImageException(
            ImageException.Code.INVALID,
            "%s redirects a %s with %d, after which nobody may send it again"
                .formatted(Targets.shown(ask.uri()), ask.method(), answer.status()));
      }
      ask = ask.redirected(location(ask, answer, "redirect"));
    }
    throw new ImageException(
        ImageException.Code.INVALID,
        "%s leads through more than %d redirects"
            .formatted(Targets.shown(first.uri()), REDIRECT_LIMIT));
  }

  /// The address in the header `Location` of an answer, checked.
  ///
  /// @param role of the address, for messages
  static URI location(Ask ask, Answer answer, String role) throws ImageException {
    return location(ask.registry(), ask.uri(), answer.header("Location"), role);
  }

  /// An address that a server names, absolute or not, checked.
  ///
  /// @param from whoever named it
  static URI location(URI registry, URI from, String named, String role) throws ImageException {
    URI target;
    try {
      target = resolve(from, named);
    } catch (IllegalArgumentException e) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "the %s that %s names is no address".formatted(role, Targets.shown(from)));
    }
    Targets.check(from, registry, target, role);
    return target;
  }

  /// As RFC 3986, section 5.2.2 says; the JDK follows its predecessor, by which a query alone would
  /// lose the last part of the path.
  private static URI resolve(URI from, String named) {
    if (named.isBlank()) {
      throw new IllegalArgumentException("no address");
    }
    boolean queryAlone = named.startsWith("?") && from.getRawPath() != null;
    return from.resolve(URI.create(queryAlone ? from.getRawPath() + named : named));
  }

  /// One request and its answer, whatever it is.
  private Answer once(Ask ask) throws IOException {
    var outgoing = new Outgoing(ask.payload());
    HttpRequest request = request(ask, outgoing).build();
    CompletableFuture<HttpResponse<InputStream>> response = client.sendAsync(request, body(ask));
    try {
      return answer(await(ask, response, outgoing));
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } finally {
      response.cancel(true);
    }
  }

  /// Waits while bytes of the request still go out, and then for the answer to begin.
  private HttpResponse<InputStream> await(
      Ask ask, CompletableFuture<HttpResponse<InputStream>> response, Outgoing outgoing)
      throws IOException, InterruptedException {
    while (true) {
      long before = outgoing.taken();
      Duration allowed = waiting.atMost(waiting.idle());
      try {
        return response.get(allowed.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (outgoing.taken() == before) {
          throw waiting.unanswered(
              "%s does not answer".formatted(ask.uri().getRawAuthority()), allowed, waiting.idle());
        }
      } catch (ExecutionException e) {
        if (outgoing.trouble().isPresent()) {
          throw unreadable(outgoing.trouble().get());
        }
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      }
    }
  }

  private static ImageException unreadable(IOException trouble) {
    return trouble instanceof ImageException known
        ? known
        : new ImageException(
            ImageException.Code.INVALID,
            "what is to be sent cannot be read: " + trouble.getMessage(),
            trouble);
  }

  /// One request of which one can wait for something else meanwhile.
  CompletableFuture<Answer> start(Ask ask) throws ImageException {
    var request = request(ask, new Outgoing(ask.payload()));
    return client
        .sendAsync(request.timeout(waiting.atMost(waiting.connect())).build(), body(ask))
        .thenApply(Http::answer);
  }

  private HttpRequest.Builder request(Ask ask, Outgoing outgoing) {
    var request = HttpRequest.newBuilder(ask.uri()).method(ask.method(), outgoing.publisher());
    ask.headers().forEach(request::header);
    ask.payload().ifPresent(payload -> request.header("Content-Type", payload.contentType()));
    ask.authorization().ifPresent(value -> request.header("Authorization", value));
    if (proxies instanceof KnownProxies known) {
      // The client hands it to the proxy alone, also where it tunnels.
      known
          .authorization(ask.uri())
          .ifPresent(value -> request.header("Proxy-Authorization", value));
    }
    return request;
  }

  private HttpResponse.BodyHandler<InputStream> body(Ask ask) {
    return info -> new TimedBody(Targets.shown(ask.uri()), waiting);
  }

  private static Answer answer(HttpResponse<InputStream> response) {
    return new Answer(response.uri(), response.statusCode(), response.headers(), response.body());
  }

  private static boolean temporary(IOException e) {
    return e instanceof EOFException
        || !(e instanceof ConnectException
            || e instanceof HttpTimeoutException
            || e instanceof SSLException);
  }

  /// Waits before something is tried again.
  void pause(Duration wish) throws ImageException {
    waiting.pause(wish);
  }

  /// Says in a sentence why a server cannot be reached.
  static ImageException unreachable(URI uri, Throwable e) {
    String host = uri.getRawAuthority();
    Matcher shorter = SHORTER.matcher(String.valueOf(e.getMessage()));
    if (shorter.find()) {
      return new ImageException(
          ImageException.Code.UNREACHABLE,
          "the answer of %s breaks off after %s of %s bytes"
              .formatted(host, shorter.group(2), shorter.group(1)),
          e);
    }
    String why =
        switch (e) {
          case ConnectException c ->
              unresolved(c) ? "there is no host of that name" : "the connection is refused";
          case HttpTimeoutException t -> "no answer in time";
          case SSLException s -> "TLS failed: " + tls(String.valueOf(s.getMessage()));
          case IOException i when "https".equals(uri.getScheme()) && silent(i) ->
              "it closes the connection without an answer, as one that wants a certificate of ours"
                  + " may (give one with --client-cert and --client-key)";
          default ->
              RegistryError.clean(
                  e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        };
    return new ImageException(
        ImageException.Code.UNREACHABLE, "cannot reach %s: %s".formatted(host, why), e);
  }

  /// The usual reasons in words; every other as the JDK tells it.
  private static String tls(String message) {
    if (message.contains("certificate_required")) {
      return "it wants a certificate of ours (give one with --client-cert and --client-key)";
    }
    if (message.contains("plaintext connection")) {
      return "it does not speak TLS (--insecure allows plain HTTP)";
    }
    if (message.contains("terminated the handshake")) {
      return "it closes the connection, as one that does not speak TLS may (--insecure allows plain"
          + " HTTP)";
    }
    boolean other =
        message.contains("No subject alternative") || message.contains("No name matching");
    String why =
        message.contains("PKIX")
            ? "its certificate is signed by nobody we trust, or is out of date"
            : other ? "its certificate is for another host" : RegistryError.clean(message);
    return why + " (trust its certificate with --cacert, or skip the check with --insecure)";
  }

  /// Whether the server went away instead of answering. Since TLS 1.3 it refuses a client after the
  /// handshake, and its alert may be lost with the connection (RFC 8446, section 4.4.2.4).
  private static boolean silent(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("received no bytes") || message.contains("Connection reset");
  }

  private static boolean unresolved(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .limit(10)
        .anyMatch(UnresolvedAddressException.class::isInstance);
  }

  /// Ends every open connection.
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
