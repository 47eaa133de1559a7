package dev.landwaiter.oci.registry;

import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The plain logins of a Docker configuration file: its member `auths` with `auth`, or `username`
/// and `password`, or `registrytoken`.
///
/// @param byKey logins by the key of the file: a host, a host with repository, or an old URL
public record ConfiguredLogins(Map<String, Login> byKey) {
  public static final ConfiguredLogins NONE = new ConfiguredLogins(Map.of());

  public ConfiguredLogins {
    byKey = Map.copyOf(byKey);
  }

  /// Reads a whole configuration file. Entries without a plain login are left out.
  public static ConfiguredLogins of(Value configuration) {
    Map<String, Login> logins = new LinkedHashMap<>();
    configuration
        .get("auths")
        .map(Value::members)
        .orElse(Map.of())
        .forEach((key, entry) -> {
          if (key instanceof StringValue name) {
            login(entry).ifPresent(login -> logins.put(name.text(), login));
          }
        });
    return new ConfiguredLogins(logins);
  }

  private static Optional<Login> login(Value entry) {
    String token = entry.text("registrytoken");
    if (!token.isEmpty()) {
      return Optional.of(new Login.Token(token));
    }
    String user = entry.text("username");
    if (!user.isEmpty()) {
      return Optional.of(new Login.Password(user, entry.text("password")));
    }
    return decode(entry.text("auth"));
  }

  private static Optional<Login> decode(String auth) {
    try {
      String pair = new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon <= 0) {
        return Optional.empty();
      }
      int end = pair.length();
      while (end > colon + 1 && pair.charAt(end - 1) == '\0') {
        end--;
      }
      return Optional.of(
          new Login.Password(pair.substring(0, colon), pair.substring(colon + 1, end)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The login of the longest key that names the repository or a part of its path, else of its host
  /// in any of the old forms.
  Optional<Login> find(String host, String repository) {
    String key = host + "/" + repository;
    while (true) {
      Login exact = byKey.get(key);
      if (exact != null) {
        return Optional.of(exact);
      }
      int slash = key.lastIndexOf('/');
      if (slash < 0) {
        break;
      }
      key = key.substring(0, slash);
    }
    return byKey.entrySet().stream()
        .filter(e -> old(e.getKey()) && hostOf(e.getKey()).equals(host))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean old(String key) {
    return key.contains("://") || key.matches("[^/]+/v[12]/?");
  }

  private static String hostOf(String key) {
    String bare = key.substring(key.contains("://") ? key.indexOf("://") + 3 : 0);
    int slash = bare.indexOf('/');
    return slash < 0 ? bare : bare.substring(0, slash);
  }

  @Override
  public String toString() {
    return "ConfiguredLogins[" + byKey.size() + "]";
  }
}
