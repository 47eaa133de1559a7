package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.certificate.ParsedCertificate;
import java.time.Instant;

/// Tells whether certificates were revoked, or stands for what does in tests.
public interface Revocation {
  /// Asks about one certificate; a root is never asked about.
  ///
  /// @param issuer the certificate that issued it
  /// @param now the current time
  Answer of(ParsedCertificate certificate, ParsedCertificate issuer, Instant now);

  /// What is known about a certificate.
  sealed interface Answer {
    /// It is not revoked.
    record Good() implements Answer {}

    /// It names nobody who could tell; this counts as good.
    record NoInformation() implements Answer {}

    /// It is revoked.
    record Revoked(String why) implements Answer {}

    /// Who should tell could not be asked or did not answer properly.
    record Unavailable(String why) implements Answer {}
  }
}
