/// Tests of the way in for programs; they are the examples of its use.
@NullMarked
package dev.landwaiter.rego.run;

import org.jspecify.annotations.NullMarked;
