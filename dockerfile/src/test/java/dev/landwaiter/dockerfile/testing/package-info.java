/// Recorded files that several tests of this module share.
@NullMarked
package dev.landwaiter.dockerfile.testing;

import org.jspecify.annotations.NullMarked;
