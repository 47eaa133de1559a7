package dev.landwaiter.oci.registry;

import dev.landwaiter.base.text.Problem;
import java.io.IOException;
import java.time.InstantSource;
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
  private final Reached reached;
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

  private Sessions(
      Http http, Reached reached, Candidates candidates, Wish wish, InstantSource clock) {
    this.http = http;
    this.reached = reached;
    this.candidates = candidates;
    this.wish = wish;
    this.tokens = new Tokens(http, clock);
  }

  /// Knocks at a registry.
  ///
  /// @param apiHost whose API is asked
  static Sessions open(RegistryOptions options, String apiHost, Candidates candidates, Wish wish)
      throws IOException {
    var http = new Http(Trust.of(options.tls()), options.proxies(), options.waiting());
    try {
      Reached reached = Reached.knock(http, apiHost, options);
      return new Sessions(http, reached, candidates, wish, options.waiting().clock());
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
        reached.challenge().isPresent(),
        login -> {
          var session = new Session(http, tokens, reached, login, wish.scope());
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
