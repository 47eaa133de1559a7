package dev.landwaiter.dockerfile.advice;

/// Something a stage puts into its image.
///
/// @param kind `packages`, `files`, `download`, `build` or `clone`
/// @param what in one line
/// @param line of the instruction
public record Added(String kind, String what, int line) {}
