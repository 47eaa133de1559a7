package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The token service that one registry's challenge names (distribution project, "Token
/// Authentication Specification" and "OAuth2 Token Authentication").
///
/// @param registry the origin that sent the challenge
record TokenService(Http http, URI registry, Challenge challenge) {
  private static final String CLIENT = "landwaiter";
  private static final String JSON = "application/json";

  /// How a token service says that it does not know a way of asking.
  private static final Set<Integer> UNKNOWN_WAY = Set.of(404, 405);

  /// Exchanges a login for a bearer token.
  TokenAnswer token(Login login, List<String> scopes) throws IOException {
    if (login instanceof Login.Identity identity) {
      String form = pair("grant_type", "refresh_token") + pair("refresh_token", identity.token());
      Optional<TokenAnswer> exchanged = post(form, login, scopes);
      if (exchanged.isPresent()) {
        return exchanged.get();
      }
    }
    return get(login, scopes, "");
  }

  /// Exchanges a password for a bearer token and, where the service gives one, an identity token;
  /// by OAuth2 where the service knows nothing else.
  TokenAnswer signIn(Login.Password login) throws IOException {
    try {
      return get(login, List.of(), pair("offline_token", "true"));
    } catch (ImageException e) {
      if (e.code() != ImageException.Code.NOT_FOUND) {
        throw e;
      }
      String form =
          pair("grant_type", "password")
              + pair("username", login.user())
              + pair("password", login.password());
      return post(form + pair("access_type", "offline"), login, List.of()).orElseThrow(() -> e);
    }
  }

  private TokenAnswer get(Login login, List<String> scopes, String further) throws IOException {
    URI realm = realm();
    var query = new StringBuilder(service());
    scopes.forEach(scope -> query.append(pair("scope", scope)));
    query.append(further);
    String own = realm.getRawQuery() == null ? "" : realm.getRawQuery();
    String path = realm.getRawPath() == null ? "" : realm.getRawPath();
    String joined = own + (own.isEmpty() && !query.isEmpty() ? query.substring(1) : query);
    URI uri =
        URI.create(
            "%s://%s%s%s"
                .formatted(
                    realm.getScheme(),
                    realm.getRawAuthority(),
                    path,
                    joined.isEmpty() ? "" : "?" + joined));
    Optional<String> authorization =
        login
            .pair()
            .filter(pair -> login instanceof Login.Password || !pair.password().isEmpty())
            .map(Login.Password::basic);
    return http.send(
        new Ask(registry, uri, JSON, authorization),
        answer -> {
          if (answer.status() == 405) {
            answer.discard();
            throw new ImageException(ImageException.Code.NOT_FOUND, unknown(answer));
          }
          return read(answer, login);
        });
  }

  /// Sends a form; empty when the service does not know that way and there is another.
  private Optional<TokenAnswer> post(String form, Login login, List<String> scopes)
      throws IOException {
    String whole =
        form.substring(1)
            + service()
            + pair("client_id", CLIENT)
            + pair("scope", String.join(" ", scopes));
    byte[] body = whole.getBytes(StandardCharsets.UTF_8);
    var ask =
        new Ask(
            registry,
            realm(),
            "POST",
            Map.of("Accept", JSON),
            Optional.of(Payload.of("application/x-www-form-urlencoded", body)),
            Optional.empty());
    return http.sendHere(
        ask,
        answer -> {
          boolean other = login.pair().filter(pair -> !pair.password().isEmpty()).isPresent();
          if (UNKNOWN_WAY.contains(answer.status()) && other) {
            answer.discard();
            return Optional.empty();
          }
          if (Set.of(400, 404, 405).contains(answer.status())) {
            String refused = unknown(answer);
            answer.discard();
            throw new ImageException(ImageException.Code.UNAUTHORIZED, refused);
          }
          return Optional.of(read(answer, login));
        });
  }

  private String unknown(Answer answer) {
    return "the token service %s does not take the login (%d): log in again"
        .formatted(Targets.shown(answer.uri()), answer.status());
  }

  private TokenAnswer read(Answer answer, Login login) throws IOException {
    if (answer.status() != 200) {
      UnaryOperator<String> scrub = text -> Access.scrub(text, login);
      throw RegistryError.of(answer, "token for " + registry.getRawAuthority(), scrub);
    }
    return TokenAnswer.read(answer);
  }

  private URI realm() throws ImageException {
    try {
      URI realm = new URI(challenge.parameter("realm"));
      Targets.check(registry, registry, realm, "token service");
      return realm;
    } catch (URISyntaxException e) {
      throw new ImageException(
          ImageException.Code.INVALID,
          registry.getRawAuthority() + " names a token service that is no address");
    }
  }

  private String service() {
    return pair("service", challenge.parameter("service"));
  }

  /// `&key=value`, or nothing for an empty value.
  private static String pair(String key, String value) {
    return value.isEmpty()
        ? ""
        : "&" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
