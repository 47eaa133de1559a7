package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.dockerfile.syntax.Trouble;

/// Why the builder refuses a file, and when it does.
public record Refusal(Moment moment, Trouble trouble) {}
