/// The analyzers that read release files and vendors' marks for all distributions.
@NullMarked
package dev.landwaiter.inventory.os.release;

import org.jspecify.annotations.NullMarked;
