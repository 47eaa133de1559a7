package dev.landwaiter.oci.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What one proves oneself with to a registry. No form of it shows its secret when printed.
public sealed interface Login {
  /// Nothing at all.
  record Anonymous() implements Login {}

  /// A user name and a password.
  record Password(String user, String password) implements Login {
    /// The value of an `Authorization` header (RFC 7617).
    String basic() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
      return "password of " + user;
    }
  }

  /// A bearer token that somebody has obtained already.
  record Token(String token) implements Login {
    @Override
    public String toString() {
      return "a token";
    }
  }
}
