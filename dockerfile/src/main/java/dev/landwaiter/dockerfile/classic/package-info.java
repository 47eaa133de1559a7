/// The reading that the classic linter gives to instructions where it differs from the builder's.
@NullMarked
package dev.landwaiter.dockerfile.classic;

import org.jspecify.annotations.NullMarked;
