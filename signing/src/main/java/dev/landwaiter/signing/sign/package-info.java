/// Signs: from what is to be signed, through certificate, timestamps and logs, to evidence that
/// verifies.
@NullMarked
package dev.landwaiter.signing.sign;

import org.jspecify.annotations.NullMarked;
