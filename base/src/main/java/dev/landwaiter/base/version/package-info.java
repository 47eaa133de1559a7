/// One class per version order, and the constraint languages on top of them.
@NullMarked
package dev.landwaiter.base.version;

import org.jspecify.annotations.NullMarked;
