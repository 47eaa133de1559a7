package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;

/// `package a.b`.
///
/// @param path begins with the variable `data`
/// @param at the place of the keyword
public record PackageClause(Ref path, Location at) {}
