/// Policies over what attestations say.
@NullMarked
package dev.landwaiter.signing.policy;

import org.jspecify.annotations.NullMarked;
