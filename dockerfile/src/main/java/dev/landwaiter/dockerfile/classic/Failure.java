package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Statement;

/// An instruction that the classic linter cannot read.
///
/// @param line from 1
/// @param column from 1; a tab counts up to the next column that is one more than a multiple of 8
/// @param reason what is wrong there, one sentence without a final stop
/// @param buildable whether the builder takes the instruction nevertheless and somebody can mean it
public record Failure(
    Statement statement, int line, int column, String reason, boolean buildable) {}
