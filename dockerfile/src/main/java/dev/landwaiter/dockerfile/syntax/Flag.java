package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;
import java.util.Optional;

/// A flag of the builder before the arguments, such as `--from=build`.
///
/// @param name without the two dashes
/// @param value behind the `=`, quotes and escapes taken away; may be empty; nothing where there is
///   no `=`
/// @param raw the whole word as written
public record Flag(String name, Optional<String> value, String raw, Span span) {}
