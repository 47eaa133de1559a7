/// Bundles made of policies and documents: what is written into them, their signatures, and what
/// can be worked out before they are shipped.
@NullMarked
package dev.landwaiter.rego.bundle;

import org.jspecify.annotations.NullMarked;
