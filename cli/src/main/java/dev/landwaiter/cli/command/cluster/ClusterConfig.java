package dev.landwaiter.cli.command.cluster;

import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How to reach a cluster, and as whom. Its text form shows none of it.
///
/// @param authorities certificates in PEM that alone are trusted; the runtime's own where absent
/// @param token who we are, or empty
/// @param client a certificate of ours with its key
record ClusterConfig(
    URI server, Optional<Pem> authorities, String token, Optional<ClientPem> client) {
  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
  private static final int LIMIT = 1 << 20;

  /// A PEM text and the name of where it came from.
  record Pem(String where, String text) {}

  /// A certificate and its private key.
  record ClientPem(Pem certificate, Pem key) {}

  /// The cluster of the files that `KUBECONFIG` names or of `~/.kube/config`, else the one that the
  /// process runs in.
  ///
  /// @throws IOException when there is none, or when it wants what is not built
  static ClusterConfig of(World world) throws IOException {
    Map<String, String> environment = world.environment();
    List<Path> files = new ArrayList<>();
    String named = environment.getOrDefault("KUBECONFIG", "");
    if (named.isEmpty()) {
      String home = environment.getOrDefault("HOME", "");
      if (!home.isEmpty()) {
        files.add(Path.of(home, ".kube", "config"));
      }
    } else {
      for (String name : named.split(":", -1)) {
        if (!name.isEmpty()) {
          files.add(world.folder().resolve(name));
        }
      }
    }
    List<Path> there = files.stream().filter(Files::exists).toList();
    return there.isEmpty() ? inside(environment) : Kubeconfig.read(there);
  }

  private static ClusterConfig inside(Map<String, String> environment) throws IOException {
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "");
    if (host.isEmpty() || port.isEmpty()) {
      throw new IOException(
          "no cluster is known: there is neither a file named by KUBECONFIG or ~/.kube/config, nor"
              + " does this process run in a cluster (KUBERNETES_SERVICE_HOST is not set)");
    }
    String name = host.contains(":") ? "[" + host + "]" : host;
    return new ClusterConfig(
        address("https://" + name + ":" + port),
        Optional.of(pem(ACCOUNT.resolve("ca.crt"))),
        pem(ACCOUNT.resolve("token")).text().strip(),
        Optional.empty());
  }

  /// @throws IOException for anything but an address by http or https
  static URI address(String text) throws IOException {
    try {
      URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (known && uri.getHost() != null && uri.getRawQuery() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new IOException("the address of the cluster, '" + text + "', is none by http or https");
  }

  static Pem pem(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > LIMIT) {
      throw new IOException(file + ": there is no such file, or it is larger than 1 MiB");
    }
    return new Pem(file.toString(), Files.readString(file));
  }

  @Override
  public String toString() {
    return "cluster " + server;
  }
}
