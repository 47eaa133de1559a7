package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one login may do at one registry: answers its challenges with the `Authorization` header of
/// each request.
final class Access {
  private static final int SCOPE_LIMIT = 8;

  private final URI registry;
  private final Login login;
  private final Tokens tokens;
  private final List<String> scopes;
  private Optional<Challenge> challenge;
  private Optional<String> first = Optional.empty();
  private volatile String bearer = "";

  /// @param challenge what the registry asked for when it was first reached
  /// @param scope what we ask for ourselves, or empty
  Access(URI registry, Optional<Challenge> challenge, Login login, Tokens tokens, String scope) {
    this.registry = registry;
    this.challenge = challenge;
    this.login = login;
    this.tokens = tokens;
    this.scopes = new ArrayList<>(scope.isEmpty() ? List.of() : List.of(scope));
  }

  /// Asks for one scope more from now on.
  synchronized void also(String scope) {
    if (!scopes.contains(scope) && scopes.size() < SCOPE_LIMIT) {
      scopes.add(scope);
    }
  }

  /// No longer asks for a scope.
  synchronized void without(String scope) {
    scopes.remove(scope);
  }

  /// The value of the header, or empty when the request goes without.
  synchronized Optional<String> header() throws IOException {
    if (login instanceof Login.Token ready) {
      return Optional.of("Bearer " + sendable(ready.token()));
    }
    if (challenge.isEmpty()) {
      return Optional.empty();
    }
    if (challenge.get().basic()) {
      return login.pair().map(Login.Password::basic);
    }
    bearer = tokens.token(registry, bound(challenge.get()), login, scopes);
    return Optional.of("Bearer " + bearer);
  }

  /// The client would quote what it cannot send.
  private static String sendable(String token) throws ImageException {
    if (token.chars().allMatch(c -> c > ' ' && c < 127)) {
      return token;
    }
    throw new ImageException(
        ImageException.Code.INVALID,
        "a registry token has characters that no header can carry, such as a line break");
  }

  /// Makes sure that a login is shown to one token service only, the one that was named first.
  private Challenge bound(Challenge asked) throws ImageException {
    String service = asked.parameter("realm") + " " + asked.parameter("service");
    if (!(login instanceof Login.Anonymous)) {
      if (!service.equals(first.orElse(service))) {
        throw new ImageException(
            ImageException.Code.INVALID,
            "%s names another token service than before, which does not get the login"
                .formatted(registry.getRawAuthority()));
      }
      first = Optional.of(service);
    }
    return asked;
  }

  /// Takes the challenge of a refused request; true when asking again with another header makes
  /// sense.
  synchronized boolean renew(Challenge refused) {
    boolean basicBefore = challenge.map(Challenge::basic).orElse(false);
    challenge = Optional.of(refused);
    if (refused.basic()) {
      return login.pair().isPresent() && !basicBefore;
    }
    tokens.forget(registry, login, scopes);
    for (String scope : refused.parameter("scope").split(" ", SCOPE_LIMIT)) {
      if (!scope.isEmpty() && !scopes.contains(scope) && scopes.size() < SCOPE_LIMIT) {
        scopes.addFirst(scope);
      }
    }
    tokens.forget(registry, login, scopes);
    return !(login instanceof Login.Token);
  }

  /// Takes the secrets of this login, and the token that it was last exchanged for, out of a text
  /// that a stranger wrote.
  String scrub(String text) {
    String token = bearer;
    return scrub(token.isEmpty() ? text : text.replace(token, "***"), login);
  }

  static String scrub(String text, Login login) {
    String clean = text;
    for (String secret : login.secrets()) {
      clean = secret.isEmpty() ? clean : clean.replace(secret, "***");
    }
    return clean;
  }
}
