/// The type checker: what rules yield, and what can never fit.
@NullMarked
package dev.landwaiter.rego.check;

import org.jspecify.annotations.NullMarked;
