package dev.landwaiter.oci.mirror;

import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Route;
import dev.landwaiter.oci.registry.Routes;
import dev.landwaiter.oci.registry.TlsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ways to registries: mirrors that the user names, then those of containerd's folder, then the
/// registry itself, with the certificates that Docker's folder holds for it.
///
/// @param hosts folders with a folder and a `hosts.toml` for each host
/// @param certificates folders with a folder of certificates for each host
/// @param usual how far hosts are trusted of which nothing is said
public record Mirrors(
    MirrorList listed, List<Path> hosts, List<Path> certificates, TlsOptions usual)
    implements Routes {
  public Mirrors {
    hosts = List.copyOf(hosts);
    certificates = List.copyOf(certificates);
  }

  @Override
  public List<Route> of(Reference reference) throws IOException {
    List<Route> routes = new ArrayList<>(listed.routes(reference));
    Optional<Path> folder = Folders.find(hosts, reference, "_default");
    Optional<Path> file =
        folder.map(path -> path.resolve("hosts.toml")).filter(Files::isRegularFile);
    if (file.isPresent()) {
      routes.addAll(new HostsFile(file.get(), usual).routes(reference));
    } else {
      routes.add(own(reference, folder));
    }
    return routes;
  }

  /// The registry itself. A folder without `hosts.toml` holds certificates, as Docker's do.
  private Route own(Reference reference, Optional<Path> folder) throws IOException {
    Optional<Path> found = folder.or(() -> Folders.find(certificates, reference, ""));
    Optional<TlsOptions> tls =
        found.isEmpty()
            ? Optional.empty()
            : Optional.of(CertificateFolder.read(found.get(), usual));
    return new Route(Route.Address.of(reference.apiHost()), true, tls, Map.of(), "");
  }
}
