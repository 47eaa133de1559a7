/// Regular expressions as RE2 has them, globs, and templates of both.
@NullMarked
package dev.landwaiter.rego.builtin.pattern;

import org.jspecify.annotations.NullMarked;
