package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// One repository at one registry, read with one login. May be used by several threads at once.
final class Session {
  private final Http http;
  private final Tokens tokens;
  private final URI base;
  private final String repository;
  private final Access access;

  Session(Http http, Tokens tokens, Reached reached, String repository, Login login) {
    this.http = http;
    this.tokens = tokens;
    this.base = reached.base();
    this.repository = repository;
    this.access =
        new Access(base, reached.challenge(), login, tokens, "repository:" + repository + ":pull");
  }

  private sealed interface Outcome<T> {}

  private record Received<T>(T value) implements Outcome<T> {}

  private record Refused<T>(URI by, Challenge challenge, ImageException error)
      implements Outcome<T> {}

  /// Asks for something of the repository; whatever is not 200 becomes an error.
  ///
  /// @param path behind the repository, such as `manifests/latest`
  /// @param what is asked for, for messages
  <T> T get(String path, String accept, String what, Receiver<T> receiver) throws IOException {
    URI uri = base.resolve(repository + "/" + path);
    var ask = new Ask(base, uri, accept, access.header());
    return switch (attempt(ask, what, receiver)) {
      case Received<T> received -> received.value();
      case Refused<T> refused -> again(ask, refused, what, receiver);
    };
  }

  /// Once more with what the challenge of a refusal asks for. A stranger to whom a redirect led
  /// gets an exchange of its own that knows nothing of our login.
  private <T> T again(Ask ask, Refused<T> refused, String what, Receiver<T> receiver)
      throws IOException {
    Ask second;
    if (Targets.sameOrigin(base, refused.by())) {
      if (!access.renew(refused.challenge())) {
        throw refused.error();
      }
      second = new Ask(base, ask.uri(), ask.accept(), access.header());
    } else {
      var stranger =
          new Access(
              refused.by(),
              Optional.of(refused.challenge()),
              new Login.Anonymous(),
              tokens,
              refused.challenge().parameter("scope"));
      second = new Ask(base, refused.by(), ask.accept(), stranger.header());
    }
    return switch (attempt(second, what, receiver)) {
      case Received<T> received -> received.value();
      case Refused<T> still -> throw still.error();
    };
  }

  private <T> Outcome<T> attempt(Ask ask, String what, Receiver<T> receiver) throws IOException {
    return http.get(
        ask,
        answer -> {
          if (answer.status() == 200) {
            return new Received<>(receiver.receive(answer));
          }
          var challenge =
              Challenge.preferred(Challenge.parse(answer.headers().allValues("WWW-Authenticate")));
          ImageException error = RegistryError.of(answer, what, access::scrub);
          if (answer.status() == 401 && challenge.isPresent()) {
            return new Refused<>(answer.uri(), challenge.get(), error);
          }
          throw error;
        });
  }

  /// Asks for something at an address that a descriptor names, without any login.
  <T> T elsewhere(URI uri, String what, Receiver<T> receiver) throws IOException {
    Targets.check(base, base, uri, "address of a layer");
    return http.get(
        new Ask(base, uri, "", Optional.empty()),
        answer -> {
          if (answer.status() != 200) {
            throw RegistryError.of(answer, what, access::scrub);
          }
          return receiver.receive(answer);
        });
  }
}
