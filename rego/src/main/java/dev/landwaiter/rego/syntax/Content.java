package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;

/// What an expression says: a term (a call among them), or one of the forms with a keyword.
public sealed interface Content permits Term, SomeDeclaration, Every, Not, Logical {
  Location at();
}
