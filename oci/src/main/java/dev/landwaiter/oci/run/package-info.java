/// Opening an image wherever it is: container engines, registries and files.
@NullMarked
package dev.landwaiter.oci.run;

import org.jspecify.annotations.NullMarked;
