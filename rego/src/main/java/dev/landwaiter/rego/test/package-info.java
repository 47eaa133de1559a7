/// Unit tests of policies: finding them, running them, and what came of them.
@NullMarked
package dev.landwaiter.rego.test;

import org.jspecify.annotations.NullMarked;
