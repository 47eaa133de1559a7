package dev.landwaiter.dockerfile.fix;

import dev.landwaiter.dockerfile.Finding;

/// A fix that was tried.
///
/// @param finding as it stood when the fix was tried; earlier fixes may have moved its places
/// @param line where the finding stands in the file as it was given
/// @param what one sentence: what the fix does
public record Repair(Finding finding, int line, String what) {}
