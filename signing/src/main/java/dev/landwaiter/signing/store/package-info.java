/// Where signatures and attestations of images lie: what is found there, and what is put there.
@NullMarked
package dev.landwaiter.signing.store;

import org.jspecify.annotations.NullMarked;
