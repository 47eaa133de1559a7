/// The checks of the builder itself, under its own names (reference: 16).
@NullMarked
package dev.landwaiter.dockerfile.rule.buildkit;

import org.jspecify.annotations.NullMarked;
