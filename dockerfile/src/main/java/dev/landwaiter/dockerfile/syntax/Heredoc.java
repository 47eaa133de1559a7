package dev.landwaiter.dockerfile.syntax;

import java.util.OptionalInt;

/// A document that follows an instruction.
///
/// @param marker the word on the instruction's line, for instance `<<-"EOF"`
/// @param name without quotes
/// @param descriptor the number before the `<<`
/// @param chomp whether leading tabs are taken away
/// @param expand whether variables in the body are replaced (no part of the name was quoted)
/// @param body lines with their ends, the terminator not included; leading tabs are already gone
///   where `chomp`
/// @param terminated whether the line with the name was found
public record Heredoc(
    Word marker,
    String name,
    OptionalInt descriptor,
    boolean chomp,
    boolean expand,
    MappedText body,
    boolean terminated) {}
