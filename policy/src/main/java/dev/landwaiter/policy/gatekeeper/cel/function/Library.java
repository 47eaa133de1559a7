package dev.landwaiter.policy.gatekeeper.cel.function;

import java.util.Map;

/// Functions that belong together.
///
/// @param declarations what the type checker is told, one overload a line: the name, the types of
///   the arguments, `->` and the type of the result, all with a blank between; behind the first
///   type stands a `.` when it is that of the receiver. Capital letters are type parameters. Empty
///   for functions the checker knows by itself
/// @param operations by the names of the functions
public record Library(String declarations, Map<String, Operation> operations) {}
