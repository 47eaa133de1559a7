package dev.landwaiter.oci.login;

import dev.landwaiter.oci.Hubs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Under which keys files of logins name a registry.
final class RegistryKeys {
  private static final Set<String> HUB =
      Set.of(Hubs.DOCKER_HUB, Hubs.DOCKER_HUB_CANONICAL, Hubs.DOCKER_HUB_API);

  private RegistryKeys() {}

  /// The key that programs and newly written files have for a host.
  static String server(String host) {
    return HUB.contains(host) ? Hubs.DOCKER_HUB_CREDENTIALS : host;
  }

  /// The ways to write a host.
  static List<String> names(String host) {
    return HUB.contains(host)
        ? List.of(Hubs.DOCKER_HUB, Hubs.DOCKER_HUB_CANONICAL, Hubs.DOCKER_HUB_API)
        : List.of(host);
  }

  /// The keys for a repository without its host alone, longest first: `HOST/TEAM/APP`, `HOST/TEAM`.
  static List<String> below(String host, String repository) {
    List<String> keys = new ArrayList<>();
    for (String path = repository; !path.isEmpty(); path = parent(path)) {
      for (String name : names(host)) {
        keys.add(name + "/" + path);
      }
    }
    return keys;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// The entry for a host: under its own key, else under one of the old forms with a scheme or a
  /// path.
  static <T> Optional<Map.Entry<String, T>> find(Map<String, T> entries, String host) {
    List<String> exact = new ArrayList<>(List.of(server(host)));
    exact.addAll(names(host));
    for (String key : exact) {
      T entry = entries.get(key);
      if (entry != null) {
        return Optional.of(Map.entry(key, entry));
      }
    }
    return entries.entrySet().stream()
        .filter(entry -> old(entry.getKey()) && names(host).contains(hostOf(entry.getKey())))
        .sorted(Map.Entry.comparingByKey())
        .findFirst();
  }

  /// Whether a key is an address, or a host with the path of an API.
  private static boolean old(String key) {
    int slash = key.indexOf('/');
    String path = slash < 0 ? "/" : key.substring(slash);
    return key.contains("://") || Set.of("/", "/v1", "/v1/", "/v2", "/v2/").contains(path);
  }

  /// The host of a key, in lower case: scheme and path removed.
  static String hostOf(String key) {
    int scheme = key.indexOf("://");
    String bare = scheme < 0 ? key : key.substring(scheme + 3);
    int slash = bare.indexOf('/');
    return (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
  }
}
