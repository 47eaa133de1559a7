/// The places where signatures lie: repositories of registries and OCI layouts in folders.
@NullMarked
package dev.landwaiter.signing.store.place;

import org.jspecify.annotations.NullMarked;
