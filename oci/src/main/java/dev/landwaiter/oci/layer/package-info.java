/// One pass over a layer: decompress, verify, walk the tar, hand over what is wanted.
@NullMarked
package dev.landwaiter.oci.layer;

import org.jspecify.annotations.NullMarked;
