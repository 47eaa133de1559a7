package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.Bytes;

/// A signature as it was found.
///
/// @param origin where, for reports: a file, or the digest of the carrying manifest
/// @param mediaType of the envelope
public record Candidate(String origin, String mediaType, Bytes envelope) {}
