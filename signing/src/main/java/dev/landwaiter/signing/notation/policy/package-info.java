/// Whom a user trusts for signatures of the Notary Project: trust policies and trust stores.
@NullMarked
package dev.landwaiter.signing.notation.policy;

import org.jspecify.annotations.NullMarked;
