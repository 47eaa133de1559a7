/// Databases from registries and files into the cache, and from there to others: fetched whole,
/// verified, then swapped in.
@NullMarked
package dev.landwaiter.scan.update;

import org.jspecify.annotations.NullMarked;
