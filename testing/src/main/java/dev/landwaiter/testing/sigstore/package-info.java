/// The services that take part in signing, in this process, with every fault that the recorded runs
/// know.
@NullMarked
package dev.landwaiter.testing.sigstore;

import org.jspecify.annotations.NullMarked;
