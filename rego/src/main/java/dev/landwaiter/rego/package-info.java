/// The Rego language: what its parts share – versions, errors, limits and the way to the outside.
@NullMarked
package dev.landwaiter.rego;

import org.jspecify.annotations.NullMarked;
