/// The payload of simple signing: the small JSON text that cosign 1 and 2 sign for an image.
@NullMarked
package dev.landwaiter.signing.simple;

import org.jspecify.annotations.NullMarked;
