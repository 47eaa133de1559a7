/// Tar archives, layers and images made up for tests.
@NullMarked
package dev.landwaiter.oci.testing;

import org.jspecify.annotations.NullMarked;
