package dev.landwaiter.rego.trace;

import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;

/// A variable and what is bound to it.
public record Local(Variable variable, Term value) {}
