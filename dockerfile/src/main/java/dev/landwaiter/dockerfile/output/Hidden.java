package dev.landwaiter.dockerfile.output;

import dev.landwaiter.dockerfile.Finding;

/// A finding that somebody decided not to see.
///
/// @param inSource whether a comment of the file itself says so; else a configuration does
/// @param reason why, or empty
public record Hidden(Finding finding, boolean inSource, String reason) {}
