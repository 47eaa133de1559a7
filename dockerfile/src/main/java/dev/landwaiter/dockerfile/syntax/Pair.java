package dev.landwaiter.dockerfile.syntax;

/// A name and its value in ENV and LABEL, both as written.
public record Pair(Word key, Word value) {}
