/// Images as content-addressed views: references, descriptors, manifests, indexes and where they
/// come from.
@NullMarked
package dev.landwaiter.oci;

import org.jspecify.annotations.NullMarked;
