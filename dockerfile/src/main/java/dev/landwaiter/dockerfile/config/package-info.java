/// What may be configured about judging Dockerfiles, and what a run comes to.
@NullMarked
package dev.landwaiter.dockerfile.config;

import org.jspecify.annotations.NullMarked;
