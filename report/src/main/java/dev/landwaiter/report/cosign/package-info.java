/// The predicate of a vulnerability attestation.
@NullMarked
package dev.landwaiter.report.cosign;

import org.jspecify.annotations.NullMarked;
