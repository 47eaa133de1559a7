/// Results in the forms of gator.
@NullMarked
package dev.landwaiter.policy.gatekeeper.output;

import org.jspecify.annotations.NullMarked;
