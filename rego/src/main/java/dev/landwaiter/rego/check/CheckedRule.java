package dev.landwaiter.rego.check;

import dev.landwaiter.rego.syntax.PackageClause;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;

/// A rule – or a branch of its `else` chain, which is checked as one of its own.
///
/// @param path from `data` on, all of the head's ref included
public record CheckedRule(Ref path, Rule rule, PackageClause packageClause) {}
