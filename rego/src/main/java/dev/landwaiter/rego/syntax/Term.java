package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;

/// Something that has a value. Equality and order ignore where a term stands; see [TermOrder].
public sealed interface Term extends Content, TemplatePart
    permits Scalar,
        Variable,
        Ref,
        ArrayTerm,
        ObjectTerm,
        SetTerm,
        ArrayComprehension,
        ObjectComprehension,
        SetComprehension,
        Call,
        TemplateString {
  /// The same term at another place (its parts keep theirs).
  Term at(Location at);
}
