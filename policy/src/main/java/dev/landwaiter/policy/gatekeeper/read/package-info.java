/// Templates and constraints are read and checked.
@NullMarked
package dev.landwaiter.policy.gatekeeper.read;

import org.jspecify.annotations.NullMarked;
