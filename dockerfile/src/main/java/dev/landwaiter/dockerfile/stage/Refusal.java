package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Trouble;

/// Why the builder refuses a file, and when it does.
///
/// @param placed whether the builder names a line for it
public record Refusal(Moment moment, Trouble trouble, boolean placed) {}
