package dev.landwaiter.cli.command.network;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.mirror.MirrorList;
import dev.landwaiter.oci.mirror.Mirrors;
import dev.landwaiter.oci.registry.Routes;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.oci.registry.TlsOptions.ClientCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// By which hosts registries are reached, and with which certificates.
final class RegistryWays {
  private RegistryWays() {}

  /// How far all registries are trusted.
  static TlsOptions tls(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    List<Path> authorities = paths(invocation, GlobalFlags.CACERT);
    List<Path> certificate = paths(invocation, RegistryFlags.CLIENT_CERT);
    List<Path> key = paths(invocation, RegistryFlags.CLIENT_KEY);
    if (certificate.isEmpty() && !key.isEmpty()) {
      throw new UsageException("--client-key wants --client-cert beside it");
    }
    List<ClientCertificate> clients =
        certificate.stream()
            .map(file -> new ClientCertificate(file, key.isEmpty() ? file : key.getFirst()))
            .toList();
    return new TlsOptions(values.flag(GlobalFlags.INSECURE), authorities, clients);
  }

  static Routes of(Invocation invocation, TlsOptions tls) throws UsageException, IOException {
    Values values = invocation.values();
    List<Path> hosts = folders(invocation, RegistryFlags.HOSTS_DIR);
    for (Path folder : hosts) {
      if (!Files.isDirectory(folder)) {
        throw new UsageException("--registry-hosts-dir: " + folder + " is no folder");
      }
    }
    try {
      MirrorList mirrors = MirrorList.of(values.texts(RegistryFlags.MIRROR));
      return new Mirrors(mirrors, hosts, folders(invocation, RegistryFlags.CERTS_DIR), tls);
    } catch (ImageException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /// The file that a flag names, or none.
  private static List<Path> paths(Invocation invocation, Flag flag) throws UsageException {
    String path = invocation.values().text(flag);
    return path.isEmpty() ? List.of() : List.of(invocation.world().folder().resolve(path));
  }

  private static List<Path> folders(Invocation invocation, Flag flag) throws UsageException {
    Path folder = invocation.world().folder();
    return invocation.values().texts(flag).stream().map(folder::resolve).toList();
  }
}
