/// The original's evaluation cases, run against both ways of evaluating.
@NullMarked
package dev.landwaiter.rego.conformance;

import org.jspecify.annotations.NullMarked;
