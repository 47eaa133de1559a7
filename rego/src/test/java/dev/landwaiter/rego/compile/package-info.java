/// Tests of the compiler, over recorded runs and cases.
@NullMarked
package dev.landwaiter.rego.compile;

import org.jspecify.annotations.NullMarked;
