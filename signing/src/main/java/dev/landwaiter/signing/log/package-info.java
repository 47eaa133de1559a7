/// Transparency logs: what their entries are about, and the proofs that these entries exist.
@NullMarked
package dev.landwaiter.signing.log;

import org.jspecify.annotations.NullMarked;
