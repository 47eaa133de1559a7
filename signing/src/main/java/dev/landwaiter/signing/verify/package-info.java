/// The heart: decides whether material is trusted, by one order of steps for every form.
@NullMarked
package dev.landwaiter.signing.verify;

import org.jspecify.annotations.NullMarked;
