/// Tests of this package.
@NullMarked
package dev.landwaiter.policy.score.run;

import org.jspecify.annotations.NullMarked;
