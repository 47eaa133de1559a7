package dev.landwaiter.oci.login;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.oci.registry.Login;
import dev.landwaiter.oci.registry.LoginSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The logins in files with pull secrets of Kubernetes, chosen as the kubelet does: every key that
/// matches an image, in reverse order of their text, which puts the longer ones first.
public final class PullSecrets implements LoginSource {
  private final List<Entry> entries;

  /// One login of a secret.
  record Entry(SecretKey key, Login login) {}

  private PullSecrets(List<Entry> entries) {
    this.entries = entries;
  }

  /// Reads files: manifests of secrets in YAML or JSON, several documents or a list in one file, or
  /// the content of such a secret alone.
  ///
  /// @throws dev.landwaiter.oci.ImageException when a file holds no pull secret or a broken one;
  ///   the message names file and document and quotes nothing
  public static PullSecrets read(List<Path> files) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) {
      entries.addAll(new SecretFile(file).read());
    }
    entries.sort(Comparator.comparing((Entry entry) -> entry.key().text()).reversed());
    return new PullSecrets(List.copyOf(entries));
  }

  @Override
  public List<Login> find(String host, String repository) {
    List<String> names =
        RegistryKeys.names(host).stream()
            .filter(name -> !name.equals(Hubs.DOCKER_HUB_API))
            .toList();
    return entries.stream()
        .filter(entry -> names.stream().anyMatch(name -> entry.key().matches(name, repository)))
        .map(Entry::login)
        .distinct()
        .toList();
  }

  /// How many logins there are; nothing of their secrets.
  @Override
  public String toString() {
    return "PullSecrets[" + entries.size() + "]";
  }
}
