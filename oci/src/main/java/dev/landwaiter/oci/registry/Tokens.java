package dev.landwaiter.oci.registry;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Bearer tokens by host, set of scopes and login, kept while they are good.
final class Tokens {
  private record Key(String authority, Set<String> scopes, Login login) {
    static Key of(URI registry, Login login, Collection<String> scopes) {
      return new Key(Targets.authority(registry), Set.copyOf(scopes), login);
    }
  }

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
    var key = Key.of(registry, login, scopes);
    Held known = held.get(key);
    Instant now = clock.instant();
    if (known != null && now.isBefore(known.until())) {
      return known.token();
    }
    TokenAnswer fresh = new TokenService(http, registry, challenge).token(login, scopes);
    held.put(key, new Held(fresh.token(), now.plus(fresh.lifetime())));
    return fresh.token();
  }

  /// Drops a token that the registry no longer takes.
  void forget(URI registry, Login login, List<String> scopes) {
    held.remove(Key.of(registry, login, scopes));
  }
}
