/// Tests of patterns as tables.
@NullMarked
package dev.landwaiter.rego.automaton;

import org.jspecify.annotations.NullMarked;
