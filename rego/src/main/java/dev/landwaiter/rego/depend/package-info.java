/// Which documents a query depends on.
@NullMarked
package dev.landwaiter.rego.depend;

import org.jspecify.annotations.NullMarked;
