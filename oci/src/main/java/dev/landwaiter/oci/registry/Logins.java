package dev.landwaiter.oci.registry;

import java.util.List;

/// The logins that the user gave, tried in order for a registry.
///
/// @param passwords user names with passwords, for whichever registry the user names
/// @param registryToken a ready bearer token, or empty; excludes passwords
/// @param sources where further logins are kept, in order
public record Logins(
    List<Login.Password> passwords, String registryToken, List<LoginSource> sources) {
  /// No login at all.
  public static final Logins NONE = new Logins(List.of(), "", List.of());

  /// @throws IllegalArgumentException when both a token and passwords are given
  public Logins {
    passwords = List.copyOf(passwords);
    sources = List.copyOf(sources);
    if (!registryToken.isEmpty() && !passwords.isEmpty()) {
      throw new IllegalArgumentException(
          "a registry token and a user name with password exclude each other");
    }
  }

  /// Those that are kept by host: what the user gave without one is not for a host that the user
  /// did not name.
  public Logins kept() {
    return new Logins(List.of(), "", sources);
  }

  /// How many logins there are; nothing of their secrets.
  @Override
  public String toString() {
    return "Logins[passwords=" + passwords.size() + ", token=" + !registryToken.isEmpty() + "]";
  }
}
