/// Verifies signatures of the Notary Project by a trust policy.
@NullMarked
package dev.landwaiter.signing.notation.verify;

import org.jspecify.annotations.NullMarked;
