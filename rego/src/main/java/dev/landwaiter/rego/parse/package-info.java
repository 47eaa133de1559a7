/// Rego text becomes syntax: scanner, parser, metadata blocks, and the JSON form of what was read.
@NullMarked
package dev.landwaiter.rego.parse;

import org.jspecify.annotations.NullMarked;
