/// Configuration files as policies see them.
@NullMarked
package dev.landwaiter.policy.input;

import org.jspecify.annotations.NullMarked;
