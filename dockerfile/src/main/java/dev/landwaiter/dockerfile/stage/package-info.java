/// What the builder makes of a Dockerfile before it runs anything: variables, stages, ports, the
/// ignore file, and why it would refuse.
@NullMarked
package dev.landwaiter.dockerfile.stage;

import org.jspecify.annotations.NullMarked;
