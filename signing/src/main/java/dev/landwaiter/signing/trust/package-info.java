/// What is trusted: certificate authorities, timestamp authorities and logs, each with its period.
@NullMarked
package dev.landwaiter.signing.trust;

import org.jspecify.annotations.NullMarked;
