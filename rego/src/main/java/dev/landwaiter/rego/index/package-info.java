/// Which definitions of a rule can hold at all, told from the documents without evaluating a body.
@NullMarked
package dev.landwaiter.rego.index;

import org.jspecify.annotations.NullMarked;
