package dev.landwaiter.oci.registry;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Bearer tokens by host, scopes and login, fetched from the token service that a challenge names
/// (distribution project, "Token Authentication Specification").
final class Tokens {
  private static final int BODY_LIMIT = 64 << 10;
  private static final long STANDARD_SECONDS = 60;
  private static final long LONGEST_SECONDS = 24 * 60 * 60;

  private record Key(String authority, List<String> scopes, Login login) {}

  private record Held(String token, Instant until) {}

  private final Http http;
  private final InstantSource clock;
  private final Map<Key, Held> held = new ConcurrentHashMap<>();

  Tokens(Http http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  /// The token for these scopes, from the cache while it is still good for a while.
  ///
  /// @param registry the origin that sent the challenge
  String token(URI registry, Challenge challenge, Login login, List<String> scopes)
      throws IOException {
    var key = new Key(Targets.authority(registry), List.copyOf(scopes), login);
    Held known = held.get(key);
    if (known != null && clock.instant().isBefore(known.until())) {
      return known.token();
    }
    Held fresh = fetch(registry, challenge, login, scopes);
    held.put(key, fresh);
    return fresh.token();
  }

  /// Drops a token that the registry no longer takes.
  void forget(URI registry, Login login, List<String> scopes) {
    held.remove(new Key(Targets.authority(registry), List.copyOf(scopes), login));
  }

  private Held fetch(URI registry, Challenge challenge, Login login, List<String> scopes)
      throws IOException {
    URI realm = realm(registry, challenge);
    Optional<String> authorization =
        login instanceof Login.Password password ? Optional.of(password.basic()) : Optional.empty();
    UnaryOperator<String> scrub = text -> Access.scrub(text, login);
    Instant asked = clock.instant();
    return http.send(
        new Ask(registry, withQuery(realm, challenge, scopes), "application/json", authorization),
        answer -> {
          if (answer.status() != 200) {
            throw RegistryError.of(answer, "token for " + registry.getRawAuthority(), scrub);
          }
          return read(answer, asked);
        });
  }

  private static URI realm(URI registry, Challenge challenge) throws ImageException {
    URI realm;
    try {
      realm = new URI(challenge.parameter("realm"));
    } catch (java.net.URISyntaxException e) {
      throw new ImageException(
          ImageException.Code.INVALID,
          registry.getRawAuthority() + " names a token service that is no address");
    }
    Targets.check(registry, registry, realm, "token service");
    return realm;
  }

  private static URI withQuery(URI realm, Challenge challenge, List<String> scopes) {
    var query = new StringBuilder(realm.getRawQuery() == null ? "" : realm.getRawQuery());
    append(query, "service", challenge.parameter("service"));
    scopes.forEach(scope -> append(query, "scope", scope));
    String path = realm.getRawPath() == null ? "" : realm.getRawPath();
    return URI.create(realm.getScheme() + "://" + realm.getRawAuthority() + path + "?" + query);
  }

  private static void append(StringBuilder query, String key, String value) {
    if (!value.isEmpty()) {
      query
          .append(query.isEmpty() ? "" : "&")
          .append(key)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static Held read(Answer answer, Instant asked) throws IOException {
    String where = Targets.shown(answer.uri());
    Value body;
    try {
      body = Json.parse(where, answer.read(BODY_LIMIT, "token"));
    } catch (FormatException e) {
      throw new ImageException(
          ImageException.Code.INVALID, "the token service %s answers no JSON".formatted(where));
    }
    String token = body.text("access_token");
    token = token.isEmpty() ? body.text("token") : token;
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new ImageException(
          ImageException.Code.INVALID,
          "the token service %s answers without a usable token".formatted(where));
    }
    return new Held(token, asked.plus(lifetime(body)));
  }

  /// How long the token may be used; a tenth is kept back so that it does not run out on its way.
  private static Duration lifetime(Value body) {
    long seconds =
        body.get("expires_in").orElse(NumberValue.of(STANDARD_SECONDS)) instanceof NumberValue n
            ? n.toLong().orElse(STANDARD_SECONDS)
            : STANDARD_SECONDS;
    long sane = Math.clamp(seconds, 0, LONGEST_SECONDS);
    return Duration.ofSeconds(sane - sane / 10);
  }
}
