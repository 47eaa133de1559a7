/// Trust that renews itself: a client of TUF repositories (The Update Framework 1.0) that defends
/// against rollback, freezing and mixing, its cache, and the root that ships with the program.
@NullMarked
package dev.landwaiter.signing.trust.tuf;

import org.jspecify.annotations.NullMarked;
