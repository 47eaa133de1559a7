/// Whether the cluster keeps the objects that templates look at besides the one under review.
@NullMarked
package dev.landwaiter.policy.gatekeeper.sync;

import org.jspecify.annotations.NullMarked;
