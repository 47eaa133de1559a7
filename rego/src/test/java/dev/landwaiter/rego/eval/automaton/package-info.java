/// Tests of patterns as tables.
@NullMarked
package dev.landwaiter.rego.eval.automaton;

import org.jspecify.annotations.NullMarked;
