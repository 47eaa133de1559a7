/// What comes with a signature: the Sigstore bundle, the older forms, and the one form that all of
/// them become before they are verified.
@NullMarked
package dev.landwaiter.signing.bundle;

import org.jspecify.annotations.NullMarked;
