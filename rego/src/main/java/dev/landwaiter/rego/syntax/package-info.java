/// The nouns of the language: terms, expressions, rules and modules, each with its place.
@NullMarked
package dev.landwaiter.rego.syntax;

import org.jspecify.annotations.NullMarked;
