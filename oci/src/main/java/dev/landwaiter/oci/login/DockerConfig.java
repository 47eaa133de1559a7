package dev.landwaiter.oci.login;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.registry.Login;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The logins of one configuration in Docker's form: `auths`, `credHelpers`, `credsStore`; also
/// Podman's, whose keys may name a part of a repository's path.
///
/// @param where the name of the file or variable, for messages
/// @param auths entries by key
/// @param helpers the ending of a program's name by host
/// @param store the ending of the name of the program for all other hosts, or empty
record DockerConfig(
    String where, Map<String, Value> auths, Map<String, String> helpers, String store) {

  /// Reads a whole configuration.
  ///
  /// @throws ImageException when a member that matters has another kind than it should
  static DockerConfig of(String where, Value configuration) throws ImageException {
    Map<String, String> helpers = new LinkedHashMap<>();
    for (var helper : members(where, configuration, "credHelpers").entrySet()) {
      helpers.put(helper.getKey(), helper.getValue().asText());
    }
    return new DockerConfig(
        where,
        members(where, configuration, "auths"),
        Map.copyOf(helpers),
        configuration.text("credsStore"));
  }

  static Map<String, Value> members(String where, Value parent, String key) throws ImageException {
    return members(where + ": \"" + key + "\"", parent.get(key).orElse(NullValue.NULL));
  }

  /// The members of an object by their names; null has none.
  static Map<String, Value> members(String where, Value object) throws ImageException {
    if (!(object instanceof ObjectValue || object instanceof NullValue)) {
      throw new ImageException(ImageException.Code.INVALID, where + " is no object");
    }
    Map<String, Value> members = new LinkedHashMap<>();
    object.members().forEach((name, value) -> members.put(name.asText(), value));
    return members;
  }

  /// The login for a repository: that of the longest part of its path, else that of the program for
  /// its host, else that of its host.
  Optional<Login> find(String host, String repository, CredentialPrograms programs)
      throws ImageException {
    for (String key : RegistryKeys.below(host, repository)) {
      Value entry = auths.get(key);
      Optional<Login> login = entry == null ? Optional.empty() : read(key, entry);
      if (login.isPresent()) {
        return login;
      }
    }
    var entry = RegistryKeys.find(auths, host);
    Optional<Login> plain =
        entry.isPresent() ? read(entry.get().getKey(), entry.get().getValue()) : Optional.empty();
    String program = program(host);
    if (program.isEmpty() || plain.filter(Login.Token.class::isInstance).isPresent()) {
      return plain;
    }
    return programs.get(where, program, RegistryKeys.server(host)).or(() -> plain);
  }

  /// The ending of the name of the program that keeps the logins of a host, or empty.
  String program(String host) {
    return RegistryKeys.find(helpers, host).map(Map.Entry::getValue).orElse(store);
  }

  private Optional<Login> read(String key, Value entry) throws ImageException {
    return StoredLogin.read("the login for " + key + " in " + where, entry);
  }

  /// How many logins there are; nothing of their secrets.
  @Override
  public String toString() {
    return "DockerConfig[" + where + ", " + auths.size() + "]";
  }
}
