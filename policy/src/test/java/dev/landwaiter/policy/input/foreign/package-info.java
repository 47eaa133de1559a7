/// Tests of formats that are not read.
@NullMarked
package dev.landwaiter.policy.input.foreign;

import org.jspecify.annotations.NullMarked;
