package dev.landwaiter.dockerfile.shell;

/// A text that was read as a script, or why it could not be.
///
/// @param refused whether it could not be read; then the script is empty
/// @param message why, for one line; else empty
/// @param offset where reading stopped
public record Reading(Script script, boolean refused, String message, int offset) {}
