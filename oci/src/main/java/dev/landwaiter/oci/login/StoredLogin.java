package dev.landwaiter.oci.login;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.registry.Login;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// One entry of a file of logins: `auth`, `username` and `password`, `identitytoken` or
/// `registrytoken`.
final class StoredLogin {
  private StoredLogin() {}

  /// The login of an entry; empty when there is none in it, as beside a credential program.
  ///
  /// @param where file and key, for the message
  /// @throws ImageException when it has one that cannot be read
  static Optional<Login> read(String where, Value entry) throws ImageException {
    Optional<Login.Password> pair = pair(where, entry);
    String ready = entry.text("registrytoken");
    String identity = entry.text("identitytoken");
    if (!ready.isEmpty()) {
      return Optional.of(new Login.Token(ready));
    }
    if (!identity.isEmpty()) {
      return Optional.of(new Login.Identity(identity, pair));
    }
    return pair.map(Login.class::cast);
  }

  private static Optional<Login.Password> pair(String where, Value entry) throws ImageException {
    String auth = entry.text("auth").strip();
    if (!auth.isEmpty()) {
      return Optional.of(decode(where, auth));
    }
    String user = entry.text("username");
    String password = entry.text("password");
    if (user.isEmpty() && !password.isEmpty()) {
      throw wrong(where, "has a password and no user name");
    }
    return user.isEmpty() ? Optional.empty() : Optional.of(new Login.Password(user, password));
  }

  private static Login.Password decode(String where, String auth) throws ImageException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(auth);
    } catch (IllegalArgumentException e) {
      throw wrong(where, "has an auth that is no base64");
    }
    String pair = new String(bytes, StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    if (colon <= 0) {
      throw wrong(where, "has an auth that is not the base64 of USER:PASSWORD");
    }
    int end = pair.length();
    while (end > colon + 1 && pair.charAt(end - 1) == '\0') {
      end--;
    }
    return new Login.Password(pair.substring(0, colon), pair.substring(colon + 1, end));
  }

  private static ImageException wrong(String where, String what) {
    return new ImageException(ImageException.Code.INVALID, where + " " + what);
  }
}
