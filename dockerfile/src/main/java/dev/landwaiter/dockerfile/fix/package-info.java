/// Mends the findings of a Dockerfile in its bytes and leaves all other bytes alone.
@NullMarked
package dev.landwaiter.dockerfile.fix;

import org.jspecify.annotations.NullMarked;
