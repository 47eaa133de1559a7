/// Modules and base documents out of files, folders and bundles.
@NullMarked
package dev.landwaiter.rego.load;

import org.jspecify.annotations.NullMarked;
