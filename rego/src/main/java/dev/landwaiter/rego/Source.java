package dev.landwaiter.rego;

/// One text that was read.
///
/// @param file the name shown in positions; empty for a query without one
public record Source(String file, String text) {}
