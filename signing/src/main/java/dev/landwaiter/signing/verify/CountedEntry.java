package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Bytes;
import java.time.Instant;
import java.util.Optional;

/// An entry of a transparency log that was checked and counts.
///
/// @param logUrl the log's address in the trusted root
/// @param index in the whole log for Rekor v1, in the tree for v2
/// @param time of integration, where the log promised it
public record CountedEntry(String logUrl, Bytes logId, long index, Optional<Instant> time) {}
