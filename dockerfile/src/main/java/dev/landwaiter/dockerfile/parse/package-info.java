/// Reads a Dockerfile exactly as the builder does, and goes on behind whatever it would refuse.
@NullMarked
package dev.landwaiter.dockerfile.parse;

import org.jspecify.annotations.NullMarked;
