package dev.landwaiter.rego.syntax;

/// A piece of a template string: a constant term as it is, or an expression.
public sealed interface TemplatePart permits Term, Expr {}
