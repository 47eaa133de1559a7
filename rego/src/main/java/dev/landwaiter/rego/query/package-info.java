/// What goes into an evaluation and what comes out of it; the same for every way of evaluating.
@NullMarked
package dev.landwaiter.rego.query;

import org.jspecify.annotations.NullMarked;
