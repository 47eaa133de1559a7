/// Tests of this package.
@NullMarked
package dev.landwaiter.policy.score.schema;

import org.jspecify.annotations.NullMarked;
