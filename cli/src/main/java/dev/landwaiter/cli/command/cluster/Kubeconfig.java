package dev.landwaiter.cli.command.cluster;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.cluster.ClusterConfig.ClientPem;
import dev.landwaiter.cli.command.cluster.ClusterConfig.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Files that say which clusters there are; of several, the first that names something decides
/// about it.
final class Kubeconfig {
  private static final int LIMIT = 4 << 20;

  /// Values of a member that is there and asks for nothing.
  private static final List<Value> UNUSED =
      List.of(NullValue.NULL, BooleanValue.FALSE, Value.of(""), ObjectValue.EMPTY);

  private final List<Part> parts;

  private Kubeconfig(List<Part> parts) {
    this.parts = parts;
  }

  /// One file, or one entry of it.
  ///
  /// @param folder that its paths start from
  private record Part(Value value, Path folder) {}

  /// The cluster of the current context.
  ///
  /// @throws IOException when there is none, or when it wants what is not built
  static ClusterConfig read(List<Path> files) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Path file : files) {
      if (Files.size(file) > LIMIT) {
        throw new IOException(file + " is larger than 4 MiB, too large for a kubeconfig");
      }
      try {
        Value value = Yaml.parse(file.toString(), Files.readAllBytes(file));
        parts.add(new Part(value, file.resolveSibling("")));
      } catch (FormatException e) {
        throw new IOException(e.problem().toString());
      }
    }
    return new Kubeconfig(parts).current();
  }

  private ClusterConfig current() throws IOException {
    String name =
        parts.stream()
            .map(part -> part.value().text("current-context"))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElseThrow(() -> new IOException("the kubeconfig has no current-context"));
    Part context = entry("contexts", "context", name);
    Part cluster = entry("clusters", "cluster", context.value().text("cluster"));
    Part user = entry("users", "user", context.value().text("user"));
    refuse(cluster, "insecure-skip-tls-verify", "tls-server-name", "proxy-url");
    refuse(user, "exec", "auth-provider", "username", "as");
    return new ClusterConfig(
        ClusterConfig.address(cluster.value().text("server")),
        pem(cluster, "certificate-authority"),
        token(user),
        client(user));
  }

  private Part entry(String list, String kind, String name) throws IOException {
    for (Part part : parts) {
      for (Value each : part.value().get(list).orElse(ObjectValue.EMPTY).elements()) {
        if (each.text("name").equals(name)) {
          return new Part(each.get(kind).orElse(ObjectValue.EMPTY), part.folder());
        }
      }
    }
    throw new IOException("the kubeconfig has no " + kind + " named '" + name + "'");
  }

  private static void refuse(Part part, String... names) throws IOException {
    for (String name : names) {
      Value value = part.value().get(name).orElse(NullValue.NULL);
      if (!UNUSED.contains(value)) {
        throw new IOException(
            "the kubeconfig uses '"
                + name
                + "', which is not built; built are tokens, client certificates and certificate"
                + " authorities");
      }
    }
  }

  private static String token(Part user) throws IOException {
    String token = user.value().text("token");
    String file = user.value().text("tokenFile");
    return file.isEmpty() || !token.isEmpty()
        ? token
        : ClusterConfig.pem(user.folder().resolve(file)).text().strip();
  }

  private static Optional<ClientPem> client(Part user) throws IOException {
    Optional<Pem> certificate = pem(user, "client-certificate");
    Optional<Pem> key = pem(user, "client-key");
    if (certificate.isPresent() != key.isPresent()) {
      throw new IOException(
          "the kubeconfig has a client certificate without its key, or a key alone");
    }
    return certificate.map(text -> new ClientPem(text, key.orElseThrow()));
  }

  /// The text in the member whose name ends with `-data`, else that in the file.
  private static Optional<Pem> pem(Part part, String name) throws IOException {
    String inline = part.value().text(name + "-data");
    if (!inline.isEmpty()) {
      try {
        byte[] bytes = Base64.getDecoder().decode(inline.replaceAll("\\s", ""));
        return Optional.of(
            new Pem(
                "the kubeconfig's " + name + "-data",
                new String(bytes, StandardCharsets.US_ASCII)));
      } catch (IllegalArgumentException e) {
        throw new IOException("the kubeconfig's " + name + "-data is not valid Base64", e);
      }
    }
    String file = part.value().text(name);
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(ClusterConfig.pem(part.folder().resolve(file)));
  }
}
