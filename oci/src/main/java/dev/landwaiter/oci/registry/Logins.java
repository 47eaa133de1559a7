package dev.landwaiter.oci.registry;

import java.util.ArrayList;
import java.util.List;

/// The logins that the user gave, tried in order for a registry.
///
/// @param passwords user names with passwords, for whichever registry is asked
/// @param registryToken a ready bearer token, or empty; excludes passwords
/// @param configured what a Docker configuration file holds
public record Logins(
    List<Login.Password> passwords, String registryToken, ConfiguredLogins configured) {
  /// No login at all.
  public static final Logins NONE = new Logins(List.of(), "", ConfiguredLogins.NONE);

  /// @throws IllegalArgumentException when both a token and passwords are given
  public Logins {
    passwords = List.copyOf(passwords);
    if (!registryToken.isEmpty() && !passwords.isEmpty()) {
      throw new IllegalArgumentException(
          "a registry token and a user name with password exclude each other");
    }
  }

  /// What to try, in order: the token alone, or the passwords, then the configured login, then
  /// nothing.
  ///
  /// @param host host with port as the reference names it
  /// @param repository path of the repository on that host
  List<Login> candidates(String host, String repository) {
    if (!registryToken.isEmpty()) {
      return List.of(new Login.Token(registryToken));
    }
    List<Login> candidates = new ArrayList<>(passwords);
    configured.find(host, repository).ifPresent(candidates::add);
    candidates.add(new Login.Anonymous());
    return candidates;
  }

  /// How many logins there are; nothing of their secrets.
  @Override
  public String toString() {
    return "Logins[passwords=" + passwords.size() + ", token=" + !registryToken.isEmpty() + "]";
  }
}
