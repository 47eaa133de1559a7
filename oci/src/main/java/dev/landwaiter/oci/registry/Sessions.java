package dev.landwaiter.oci.registry;

import dev.landwaiter.base.text.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The logins that may be tried at one registry for one purpose, until one of them works: that one
/// is kept.
final class Sessions implements AutoCloseable {
  /// Something that one does with a login.
  interface Use<T> {
    T with(Session session) throws IOException;
  }

  private final Http http;
  private final Knocked knocked;
  private final Tokens tokens;
  private final Candidates candidates;
  private final Wish wish;
  private volatile Optional<Session> kept = Optional.empty();

  /// What the logins are for.
  ///
  /// @param scope to ask a token service for
  /// @param accepted whether a login must be accepted by the registry before it is used; else the
  ///   first use that succeeds decides
  record Wish(String scope, boolean accepted) {}

  /// A way, and who answered there.
  record Knocked(Route route, Reached reached) {}

  private Sessions(Http http, Knocked knocked, Candidates candidates, Wish wish, Tokens tokens) {
    this.http = http;
    this.knocked = knocked;
    this.candidates = candidates;
    this.wish = wish;
    this.tokens = tokens;
  }

  /// Knocks at a registry.
  ///
  /// @param route to the one whose API is asked
  static Sessions open(RegistryOptions options, Route route, Candidates candidates, Wish wish)
      throws IOException {
    Trust trust = Trust.of(route.tls().orElse(options.tls()), route.address().host());
    var http = new Http(trust, options.proxies(), options.waiting());
    try {
      var knocked = new Knocked(route, Reached.knock(http, route, options));
      var tokens = new Tokens(http, options.waiting().clock());
      return new Sessions(http, knocked, candidates, wish, tokens);
    } catch (IOException | RuntimeException e) {
      http.close();
      throw e;
    }
  }

  <T> T use(Use<T> use) throws IOException {
    Optional<Session> known = kept;
    if (known.isPresent()) {
      return use.with(known.get());
    }
    return candidates.first(
        knocked.reached().challenge().isPresent(),
        login -> {
          var session = new Session(http, tokens, knocked, login, wish.scope());
          if (wish.accepted()) {
            accept(session);
          }
          T result = use.with(session);
          kept = Optional.of(session);
          return result;
        });
  }

  /// What was wrong with logins that were looked for.
  List<Problem> problems() {
    return candidates.problems();
  }

  private static void accept(Session session) throws IOException {
    session.send(
        Call.of("GET", session.at(""), "answer to a login", 200),
        answer -> {
          answer.discard();
          return Set.of();
        });
  }

  @Override
  public void close() {
    http.close();
  }
}
