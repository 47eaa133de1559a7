/// What a built-in function is: a declaration and an operation; and what an operation may use.
@NullMarked
package dev.landwaiter.rego.builtin;

import org.jspecify.annotations.NullMarked;
