/// Tests of what queries depend on.
@NullMarked
package dev.landwaiter.rego.depend;

import org.jspecify.annotations.NullMarked;
