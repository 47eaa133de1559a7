/// The contract of a rule, and what a rule may look at.
@NullMarked
package dev.landwaiter.dockerfile.lint;

import org.jspecify.annotations.NullMarked;
