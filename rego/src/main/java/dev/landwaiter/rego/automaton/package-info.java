/// Regular expressions as tables, for patterns that are matched again and again.
@NullMarked
package dev.landwaiter.rego.automaton;

import org.jspecify.annotations.NullMarked;
