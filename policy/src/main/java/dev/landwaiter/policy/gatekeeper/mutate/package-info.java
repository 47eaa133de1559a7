/// Mutators as Gatekeeper has them: changes to objects at a location, repeated until nothing moves.
@NullMarked
package dev.landwaiter.policy.gatekeeper.mutate;

import org.jspecify.annotations.NullMarked;
