package dev.landwaiter.dockerfile.advice;

/// Something the final image holds without need.
///
/// @param what in few words
/// @param why it is not needed at run time
/// @param line of the instruction that brings it
public record Carried(String what, String why, int line) {}
