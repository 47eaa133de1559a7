/// The nouns of what a result stands on: which places of `input` a rule looked at before it said
/// so.
@NullMarked
package dev.landwaiter.rego.ground;

import org.jspecify.annotations.NullMarked;
