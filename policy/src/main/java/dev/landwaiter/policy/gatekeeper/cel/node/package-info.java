/// Checked expressions as trees that are evaluated many times.
@NullMarked
package dev.landwaiter.policy.gatekeeper.cel.node;

import org.jspecify.annotations.NullMarked;
