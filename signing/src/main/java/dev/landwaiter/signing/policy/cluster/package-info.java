/// Policies that say which images may run in a cluster and whom to trust for them, and what became
/// of an image under them.
@NullMarked
package dev.landwaiter.signing.policy.cluster;

import org.jspecify.annotations.NullMarked;
