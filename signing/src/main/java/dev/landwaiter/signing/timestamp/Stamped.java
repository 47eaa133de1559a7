package dev.landwaiter.signing.timestamp;

import dev.landwaiter.signing.certificate.CertificatePath;
import java.time.Duration;
import java.time.Instant;

/// A verified timestamp.
///
/// @param accuracy by which the time may be wrong in either direction; nothing where it does not
///   say
/// @param path from its signer to the trusted authority
public record Stamped(Instant time, Duration accuracy, CertificatePath path) {}
