package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.util.ArrayList;
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
  private final List<Session> candidates = new ArrayList<>();
  private final boolean accepted;
  private volatile Optional<Session> kept = Optional.empty();

  /// @param accepted whether a login must be accepted by the registry before it is used; else the
  ///   first use that succeeds decides
  private Sessions(Http http, boolean accepted) {
    this.http = http;
    this.accepted = accepted;
  }

  /// Knocks at a registry.
  ///
  /// @param apiHost whose API is asked
  /// @param logins to be tried in order
  /// @param scope to ask a token service for
  static Sessions open(
      RegistryOptions options, String apiHost, List<Login> logins, String scope, boolean accepted)
      throws IOException {
    var http = new Http(Trust.of(options.tls()), options.proxies(), options.waiting());
    try {
      Reached reached = Reached.knock(http, apiHost, options);
      var tokens = new Tokens(http, options.waiting().clock());
      var sessions = new Sessions(http, accepted);
      logins.forEach(
          login -> sessions.candidates.add(new Session(http, tokens, reached, login, scope)));
      return sessions;
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
    List<ImageException> refusals = new ArrayList<>();
    for (Session session : candidates) {
      try {
        if (accepted) {
          accept(session);
        }
        T result = use.with(session);
        kept = Optional.of(session);
        return result;
      } catch (ImageException e) {
        boolean another =
            e.code() == ImageException.Code.UNAUTHORIZED
                || (e.code() == ImageException.Code.NOT_FOUND && kept.isEmpty());
        if (!another) {
          throw e;
        }
        refusals.add(e);
      }
    }
    throw telling(refusals);
  }

  private static void accept(Session session) throws IOException {
    session.send(
        Call.of("GET", session.at(""), "answer to a login", 200),
        answer -> {
          answer.discard();
          return Set.of();
        });
  }

  /// Of the refusals the one that tells most: what a login that works did not find, else the first.
  /// The last is that of nobody, which tells less.
  private static ImageException telling(List<ImageException> refusals) {
    return refusals.subList(0, Math.max(1, refusals.size() - 1)).stream()
        .filter(e -> e.code() == ImageException.Code.NOT_FOUND)
        .findFirst()
        .orElse(refusals.getFirst());
  }

  @Override
  public void close() {
    http.close();
  }
}
