/// What a Dockerfile consists of, every piece with its place in the file.
@NullMarked
package dev.landwaiter.dockerfile.syntax;

import org.jspecify.annotations.NullMarked;
