/// Bills of materials: CycloneDX and SPDX.
@NullMarked
package dev.landwaiter.policy.input.bom;

import org.jspecify.annotations.NullMarked;
