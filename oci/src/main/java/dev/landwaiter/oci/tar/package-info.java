/// Reading tar archives of every kind in use, in order, without unpacking them.
@NullMarked
package dev.landwaiter.oci.tar;

import org.jspecify.annotations.NullMarked;
