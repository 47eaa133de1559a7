/// Certificates of signers: what they say, which authority they lead to, and their proofs of
/// certificate transparency.
@NullMarked
package dev.landwaiter.signing.certificate;

import org.jspecify.annotations.NullMarked;
