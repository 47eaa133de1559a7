/// The lists of all rules.
@NullMarked
package dev.landwaiter.dockerfile.rule.all;

import org.jspecify.annotations.NullMarked;
