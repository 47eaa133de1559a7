package dev.landwaiter.oci.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one proves oneself with to a registry. No form of it shows its secret when printed.
public sealed interface Login {
  /// The user name and password in it, if there are such.
  Optional<Password> pair();

  /// What must never be shown, longest first.
  List<String> secrets();

  /// Nothing at all.
  record Anonymous() implements Login {
    @Override
    public Optional<Password> pair() {
      return Optional.empty();
    }

    @Override
    public List<String> secrets() {
      return List.of();
    }
  }

  /// A user name and a password.
  record Password(String user, String password) implements Login {
    /// The value of an `Authorization` header (RFC 7617).
    String basic() {
      return "Basic " + coded();
    }

    /// User name and password as Docker's files keep them: the base64 of `USER:PASSWORD`.
    public String coded() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public Optional<Password> pair() {
      return Optional.of(this);
    }

    @Override
    public List<String> secrets() {
      return List.of(coded(), password);
    }

    @Override
    public String toString() {
      return "password of " + user;
    }
  }

  /// A bearer token that somebody has obtained already.
  record Token(String token) implements Login {
    @Override
    public Optional<Password> pair() {
      return Optional.empty();
    }

    @Override
    public List<String> secrets() {
      return List.of(token);
    }

    @Override
    public String toString() {
      return "a token";
    }
  }

  /// A token that the token service takes in exchange for bearer tokens (OAuth2's refresh token).
  ///
  /// @param pair for token services that do not know the exchange
  record Identity(String token, Optional<Password> pair) implements Login {
    @Override
    public List<String> secrets() {
      return Stream.concat(Stream.of(token), pair.stream().flatMap(p -> p.secrets().stream()))
          .toList();
    }

    @Override
    public String toString() {
      return "an identity token";
    }
  }
}
