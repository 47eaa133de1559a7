package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import java.io.IOException;
import java.util.Optional;

/// Checks a user name and a password at a registry before anybody keeps them.
public record SignIn(RegistryOptions options) {
  /// What came of it.
  ///
  /// @param login what is to be kept: the identity token where the registry's token service gives
  ///   one, else the password
  /// @param wanted whether the registry wants a login at all
  public record Result(Login login, boolean wanted) {}

  /// Shows the login to the registry and to its token service.
  ///
  /// @param host with port where one is given
  /// @throws ImageException with UNAUTHORIZED when it is refused, UNREACHABLE or INVALID
  public Result check(String host, Login.Password login) throws IOException {
    Route route = options.routes().of(Reference.parse(host + "/all")).getLast();
    Trust trust = Trust.of(route.tls().orElse(options.tls()), route.address().host());
    try (var http = new Http(trust, options.proxies(), options.waiting())) {
      Reached reached = Reached.knock(http, route, options);
      Optional<Challenge> challenge = reached.challenge();
      if (challenge.filter(Challenge::bearer).isEmpty()) {
        accept(http, reached, login, login.basic());
        return new Result(login, challenge.isPresent());
      }
      TokenAnswer answer = new TokenService(http, reached.base(), challenge.get()).signIn(login);
      accept(http, reached, login, "Bearer " + answer.token());
      return new Result(
          answer.refresh().isEmpty()
              ? login
              : new Login.Identity(
                  answer.refresh(), Optional.of(new Login.Password(login.user(), ""))),
          true);
    }
  }

  private static void accept(Http http, Reached reached, Login.Password login, String authorization)
      throws IOException {
    http.send(
        new Ask(reached.base(), reached.base(), "", Optional.of(authorization)),
        answer -> {
          if (answer.status() != 200) {
            throw refused(answer, login);
          }
          answer.discard();
          return answer.status();
        });
  }

  /// The advice of the usual message would be to log in.
  private static ImageException refused(Answer answer, Login.Password login) {
    ImageException error = RegistryError.of(answer, "login", text -> Access.scrub(text, login));
    return error.code() == ImageException.Code.UNAUTHORIZED
        ? new ImageException(
            error.code(),
            "%s refuses user name and password (%d)"
                .formatted(answer.uri().getRawAuthority(), answer.status()))
        : error;
  }
}
