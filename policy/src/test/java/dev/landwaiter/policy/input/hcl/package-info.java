/// Tests of the readers of HCL.
@NullMarked
package dev.landwaiter.policy.input.hcl;

import org.jspecify.annotations.NullMarked;
