/// How long reviews take, and whether they take longer than they did.
@NullMarked
package dev.landwaiter.policy.gatekeeper.bench;

import org.jspecify.annotations.NullMarked;
