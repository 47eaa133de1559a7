/// Files that say what is trusted and which services are used: trusted roots, signing configs, and
/// single keys and certificates; each is read strictly and written the same way.
@NullMarked
package dev.landwaiter.signing.trust.file;

import org.jspecify.annotations.NullMarked;
