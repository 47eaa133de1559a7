/// Names of licences as package metadata spells them, and the ids of the SPDX list they mean.
@NullMarked
package dev.landwaiter.inventory.licence;

import org.jspecify.annotations.NullMarked;
