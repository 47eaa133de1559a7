package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;

/// A parser directive at the top of the file, such as `# syntax=docker/dockerfile:1`.
///
/// @param name in lower case: `syntax`, `escape` or `check`
public record Directive(String name, String value, Span span) {}
