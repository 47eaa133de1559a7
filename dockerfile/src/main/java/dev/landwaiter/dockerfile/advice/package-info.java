/// What a Dockerfile's image carries, and how it could carry less: bases, blockers, a rewrite.
@NullMarked
package dev.landwaiter.dockerfile.advice;

import org.jspecify.annotations.NullMarked;
