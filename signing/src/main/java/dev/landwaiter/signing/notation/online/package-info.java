/// Asks responders and lists whether certificates are revoked.
@NullMarked
package dev.landwaiter.signing.notation.online;

import org.jspecify.annotations.NullMarked;
