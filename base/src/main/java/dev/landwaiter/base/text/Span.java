package dev.landwaiter.base.text;

/// A piece of a text: from its first character up to, and without, the character at `end`.
public record Span(Position start, Position end) {}
