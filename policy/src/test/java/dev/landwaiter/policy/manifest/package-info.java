/// Tests of this package.
@NullMarked
package dev.landwaiter.policy.manifest;

import org.jspecify.annotations.NullMarked;
