package dev.landwaiter.rego.index;

import dev.landwaiter.rego.syntax.Ref;

/// What a rule is looked up by.
public sealed interface Key {
  /// A ground path below `input` or, where no rule is, below `data`.
  record OfRef(Ref ref) implements Key {}

  /// An argument of a function, from 0.
  record OfArgument(int position) implements Key {}
}
