/// Content digests as the OCI image specification writes them.
@NullMarked
package dev.landwaiter.base.digest;

import org.jspecify.annotations.NullMarked;
