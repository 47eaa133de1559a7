/// Decides what becomes of images under the policies of a cluster.
@NullMarked
package dev.landwaiter.signing.policy.cluster.evaluation;

import org.jspecify.annotations.NullMarked;
