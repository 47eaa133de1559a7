/// Tests of the readers of bills of materials.
@NullMarked
package dev.landwaiter.policy.input.bom;

import org.jspecify.annotations.NullMarked;
