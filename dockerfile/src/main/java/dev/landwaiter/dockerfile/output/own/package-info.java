/// Reports that tell all that is known: the source with the place underlined, SARIF with rules,
/// fixes and fingerprints, and what the builder would say.
@NullMarked
package dev.landwaiter.dockerfile.output.own;

import org.jspecify.annotations.NullMarked;
