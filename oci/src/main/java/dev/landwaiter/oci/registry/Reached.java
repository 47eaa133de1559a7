package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A registry that answers, and what it demands (distribution specification 1.1, "Determining
/// Support").
///
/// @param base `SCHEME://HOST[:PORT]/v2/`, for a mirror perhaps with another path
record Reached(URI base, Optional<Challenge> challenge) {
  /// How long HTTPS may keep a registry on this machine to itself before plain HTTP is tried, too.
  private static final Duration HEAD_START = Duration.ofMillis(300);

  /// Knocks at a registry by the usual way.
  static Reached knock(Http http, String host, RegistryOptions options) throws IOException {
    return knock(http, Route.to(host), options);
  }

  /// Knocks at a registry. HTTPS alone, unless the host is this machine or the user accepts an
  /// insecure registry: then plain HTTP where HTTPS fails. A scheme that is spelled out is kept to.
  static Reached knock(Http http, Route route, RegistryOptions options) throws IOException {
    Route.Address address = route.address();
    URI https = base(address.scheme().isEmpty() ? "https" : address.scheme(), address);
    boolean local = Targets.loopback(https.getHost());
    if (!address.scheme().isEmpty() || (!local && !route.tls().orElse(options.tls()).insecure())) {
      var ask = new Ask(https, https, "GET", route.headers(), Optional.empty(), Optional.empty());
      return http.send(ask, answer -> of(https, answer));
    }
    return new Race(http, https, base("http", address), options.waiting()).run(local);
  }

  private static URI base(String scheme, Route.Address address) throws ImageException {
    URI base;
    try {
      base = new URI(scheme + "://" + address.host() + address.root());
    } catch (URISyntaxException e) {
      throw new ImageException(
          ImageException.Code.INVALID, "'" + address.host() + "' is no host name");
    }
    if (base.getHost() == null || base.getPort() > 65535) {
      throw new ImageException(
          ImageException.Code.INVALID, "'" + address.host() + "' is no host name");
    }
    return base;
  }

  private static Reached of(URI base, Answer answer) throws IOException {
    answer.discard();
    boolean own = Targets.sameOrigin(base, answer.uri());
    return new Reached(
        base,
        answer.status() == 401 && own
            ? Challenge.preferred(Challenge.parse(answer.headers().allValues("WWW-Authenticate")))
            : Optional.empty());
  }

  /// HTTPS against plain HTTP, with HTTPS favoured.
  private record Race(Http http, URI https, URI plain, Waiting waiting) {
    Reached run(boolean local) throws IOException {
      CompletableFuture<Answer> secure = http.start(ask(https));
      Duration patience = waiting.atMost(waiting.connect());
      try {
        return of(https, get(secure, local ? HEAD_START : patience));
      } catch (TimeoutException | ExecutionException e) {
        Optional<Reached> open = plainly(patience);
        if (open.isPresent()) {
          secure.cancel(true);
          return open.get();
        }
      }
      try {
        return of(https, get(secure, waiting.atMost(waiting.connect())));
      } catch (ExecutionException e) {
        throw Http.unreachable(https, cause(e));
      } catch (TimeoutException e) {
        secure.cancel(true);
        throw new ImageException(
            ImageException.Code.UNREACHABLE,
            "cannot reach %s: no answer in time, neither by HTTPS nor by HTTP"
                .formatted(https.getRawAuthority()),
            e);
      }
    }

    /// Whether a registry answers plain HTTP. Servers of TLS answer it too, with an error.
    private Optional<Reached> plainly(Duration patience) throws IOException {
      CompletableFuture<Answer> open = http.start(ask(plain));
      try {
        Answer answer = get(open, patience);
        if (answer.status() == 200 || answer.status() == 401) {
          return Optional.of(of(plain, answer));
        }
        answer.close();
      } catch (ExecutionException e) {
        // HTTPS, of which we still wait to hear, has the better message
      } catch (TimeoutException e) {
        open.cancel(true);
      }
      return Optional.empty();
    }

    private static Answer get(CompletableFuture<Answer> answer, Duration patience)
        throws ImageException, TimeoutException, ExecutionException {
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw Waiting.interrupted(e);
      }
    }

    private static Throwable cause(ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    }

    private static Ask ask(URI base) {
      return new Ask(base, base, "", Optional.empty());
    }
  }
}
