package dev.landwaiter.cli.command.serve;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.oci.registry.Pem;
import dev.landwaiter.server.score.LinkSigner;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// The key that signs links.
final class LinkKeys {
  private LinkKeys() {}

  /// @param file in PEM, or empty for none
  static Optional<LinkSigner> signer(String file, Invocation invocation) throws IOException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LinkSigner(Pem.key(invocation.world().folder().resolve(file))));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
