package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// One registry, asked with one login. May be used by several threads at once.
final class Session {
  private final Http http;
  private final Tokens tokens;
  private final URI base;
  private final Route route;
  private final Access access;

  /// @param scope what to ask for where the registry works with tokens
  Session(Http http, Tokens tokens, Sessions.Knocked knocked, Login login, String scope) {
    this.http = http;
    this.tokens = tokens;
    this.route = knocked.route();
    this.base = knocked.reached().base();
    this.access = new Access(base, knocked.reached().challenge(), login, tokens, scope);
  }

  private sealed interface Outcome<T> {}

  private record Received<T>(T value) implements Outcome<T> {}

  private record Refused<T>(URI by, Challenge challenge, ImageException error)
      implements Outcome<T> {}

  /// An address below `/v2/`.
  URI at(String path) {
    String whole = path.isEmpty() ? path : route.address().prefix() + path;
    String asked =
        route.namespace().isEmpty()
            ? whole
            : whole + (whole.contains("?") ? "&" : "?") + "ns=" + route.namespace();
    return base.resolve(asked);
  }

  /// An address that an answer named, checked.
  ///
  /// @param role of the address, for messages
  URI named(URI from, String address, String role) throws ImageException {
    return Http.location(base, from, address, role);
  }

  boolean own(URI uri) {
    return Targets.sameOrigin(base, uri);
  }

  /// Asks for one scope more from now on.
  void also(String scope) {
    access.also(scope);
  }

  /// No longer asks for a scope.
  void without(String scope) {
    access.without(scope);
  }

  /// Asks, with the login only at the registry itself; whatever is not expected becomes an error.
  <T> T send(Call call, Receiver<T> receiver) throws IOException {
    boolean own = own(call.uri());
    Ask ask =
        (own ? call.and(route.headers()) : call)
            .ask(base, own ? access.header() : Optional.empty());
    return switch (attempt(ask, call, receiver)) {
      case Received<T> received -> received.value();
      case Refused<T> refused -> again(ask, refused, call, receiver);
    };
  }

  /// Once more with what the challenge of a refusal asks for. A stranger to whom a redirect led
  /// gets an exchange of its own that knows nothing of our login.
  private <T> T again(Ask ask, Refused<T> refused, Call call, Receiver<T> receiver)
      throws IOException {
    Ask second;
    if (own(refused.by())) {
      if (!access.renew(refused.challenge())) {
        throw refused.error();
      }
      second = ask.at(ask.uri(), own(ask.uri()) ? access.header() : Optional.empty());
    } else {
      var stranger =
          new Access(
              refused.by(),
              Optional.of(refused.challenge()),
              new Login.Anonymous(),
              tokens,
              refused.challenge().parameter("scope"));
      second = ask.at(refused.by(), stranger.header());
    }
    return switch (attempt(second, call, receiver)) {
      case Received<T> received -> received.value();
      case Refused<T> still -> throw still.error();
    };
  }

  private <T> Outcome<T> attempt(Ask ask, Call call, Receiver<T> receiver) throws IOException {
    return http.send(
        ask,
        answer -> {
          if (call.expected().contains(answer.status())) {
            return new Received<>(receiver.receive(answer));
          }
          var challenge =
              Challenge.preferred(Challenge.parse(answer.headers().allValues("WWW-Authenticate")));
          ImageException error = RegistryError.of(answer, call.what(), access::scrub);
          if (answer.status() == 401 && challenge.isPresent()) {
            return new Refused<>(answer.uri(), challenge.get(), error);
          }
          throw error;
        });
  }

  /// Asks for something at an address that a descriptor names, without any login.
  <T> T elsewhere(Call call, Receiver<T> receiver) throws IOException {
    Targets.check(base, base, call.uri(), "address of a layer");
    return http.send(
        call.ask(base, Optional.empty()),
        answer -> {
          if (!call.expected().contains(answer.status())) {
            throw RegistryError.of(answer, call.what(), access::scrub);
          }
          return receiver.receive(answer);
        });
  }

  void pause(java.time.Duration wish) throws ImageException {
    http.pause(wish);
  }
}
