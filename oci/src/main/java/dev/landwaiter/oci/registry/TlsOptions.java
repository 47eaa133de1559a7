package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/// How far a registry's certificate and transport are trusted, and how we prove who we are.
///
/// @param insecure any certificate is accepted, and plain HTTP where HTTPS fails
/// @param caFiles certificates in PEM that are trusted besides those of the Java runtime
/// @param clients certificates of ours, shown to the registry itself if it asks for one
public record TlsOptions(boolean insecure, List<Path> caFiles, List<ClientCertificate> clients) {
  /// HTTPS with the certificates that the Java runtime trusts.
  public static final TlsOptions STRICT = new TlsOptions(false, Optional.empty());

  public TlsOptions {
    caFiles = List.copyOf(caFiles);
    clients = List.copyOf(clients);
  }

  /// With one file of certificates, and none of ours.
  public TlsOptions(boolean insecure, Optional<Path> caFile) {
    this(insecure, caFile.stream().toList(), List.of());
  }

  /// A certificate of ours and its private key, both in PEM; they may be in one file.
  public record ClientCertificate(Path certificate, Path key) {}

  /// The same for another host: the certificates of ours are not for it.
  public TlsOptions withoutClients() {
    return new TlsOptions(insecure, caFiles, List.of());
  }

  /// A TLS context by these options for services that are no registries.
  ///
  /// @param host with port where one is given; the only one that our own certificates are shown to
  /// @throws ImageException when a file of certificates or keys cannot be read
  public SSLContext context(String host) throws ImageException {
    return Trust.of(this, host).context();
  }

  /// The same and more.
  public TlsOptions and(boolean further, List<Path> files, List<ClientCertificate> certificates) {
    return new TlsOptions(
        insecure || further,
        Stream.concat(caFiles.stream(), files.stream()).toList(),
        Stream.concat(clients.stream(), certificates.stream()).toList());
  }
}
