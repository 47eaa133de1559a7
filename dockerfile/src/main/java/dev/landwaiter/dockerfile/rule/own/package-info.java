/// Rules of this program's own, for what other linters do not see.
@NullMarked
package dev.landwaiter.dockerfile.rule.own;

import org.jspecify.annotations.NullMarked;
