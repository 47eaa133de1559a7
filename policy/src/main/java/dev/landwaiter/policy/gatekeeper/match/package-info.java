/// Which objects a constraint or a mutator is for.
@NullMarked
package dev.landwaiter.policy.gatekeeper.match;

import org.jspecify.annotations.NullMarked;
