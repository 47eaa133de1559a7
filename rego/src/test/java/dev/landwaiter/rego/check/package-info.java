/// Tests of the type checker.
@NullMarked
package dev.landwaiter.rego.check;

import org.jspecify.annotations.NullMarked;
