/// The nouns of a compiled policy: what the compiler leaves and evaluation starts from.
@NullMarked
package dev.landwaiter.rego.policy;

import org.jspecify.annotations.NullMarked;
