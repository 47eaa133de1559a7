/// Cases of rules, kept as data.
@NullMarked
package dev.landwaiter.dockerfile.rule;

import org.jspecify.annotations.NullMarked;
