/// What the release files of several distributions have in common.
@NullMarked
package dev.landwaiter.inventory.os;

import org.jspecify.annotations.NullMarked;
