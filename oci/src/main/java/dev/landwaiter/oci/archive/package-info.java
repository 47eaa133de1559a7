/// Images in files: `docker save` archives and OCI image layouts, packed or not.
@NullMarked
package dev.landwaiter.oci.archive;

import org.jspecify.annotations.NullMarked;
