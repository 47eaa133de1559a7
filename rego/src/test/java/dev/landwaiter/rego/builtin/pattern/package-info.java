/// Tests of regular expressions and globs.
@NullMarked
package dev.landwaiter.rego.builtin.pattern;

import org.jspecify.annotations.NullMarked;
