/// Timestamps of trusted authorities (RFC 3161): asking for them and verifying them.
@NullMarked
package dev.landwaiter.signing.timestamp;

import org.jspecify.annotations.NullMarked;
