package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;

/// A comment, without its `#` and without the carriage return of its line.
public record Comment(String text, Location at) {}
