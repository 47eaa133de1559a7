/// The rules of this house as tests, and the reference pages generated from its lists.
@NullMarked
package dev.landwaiter.architecture;

import org.jspecify.annotations.NullMarked;
