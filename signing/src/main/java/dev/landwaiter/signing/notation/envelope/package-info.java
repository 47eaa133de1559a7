/// Reads the envelopes of Notary Project signatures: JWS and COSE.
@NullMarked
package dev.landwaiter.signing.notation.envelope;

import org.jspecify.annotations.NullMarked;
