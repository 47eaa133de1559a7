/// Images of a container engine on this machine, through the socket of its Docker API.
@NullMarked
package dev.landwaiter.oci.daemon;

import org.jspecify.annotations.NullMarked;
