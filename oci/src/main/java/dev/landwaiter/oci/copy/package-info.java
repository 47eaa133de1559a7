/// Copying images and other artifacts between registries and OCI layouts.
@NullMarked
package dev.landwaiter.oci.copy;

import org.jspecify.annotations.NullMarked;
