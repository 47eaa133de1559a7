/// Signatures of the Notary Project: what they consist of and what is checked about them.
@NullMarked
package dev.landwaiter.signing.notation;

import org.jspecify.annotations.NullMarked;
