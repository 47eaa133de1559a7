package dev.landwaiter.oci.registry;

import java.nio.file.Path;
import java.util.Optional;

/// How far a registry's certificate and transport are trusted.
///
/// @param insecure any certificate is accepted, and plain HTTP where HTTPS fails
/// @param caFile certificates in PEM that are trusted besides those of the Java runtime
public record TlsOptions(boolean insecure, Optional<Path> caFile) {
  /// HTTPS with the certificates that the Java runtime trusts.
  public static final TlsOptions STRICT = new TlsOptions(false, Optional.empty());
}
