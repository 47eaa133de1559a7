package dev.landwaiter.signing;

import java.time.Instant;

/// How it is known when a signature existed.
public sealed interface TimeProof {
  Instant time();

  /// Integrated time of a log entry under a verified promise of the log.
  ///
  /// @param log the log's id
  record LogTime(Instant time, Bytes log, String logUrl) implements TimeProof {}

  /// A verified timestamp (RFC 3161).
  ///
  /// @param authority the address of the timestamp authority in the trusted root
  record Timestamp(Instant time, String authority) implements TimeProof {}

  /// The current time, where the caller asked for nothing better.
  record Now(Instant time) implements TimeProof {}
}
