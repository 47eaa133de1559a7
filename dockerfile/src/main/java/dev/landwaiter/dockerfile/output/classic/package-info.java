/// Reports in the forms that consumers of hadolint read (reference: 15).
@NullMarked
package dev.landwaiter.dockerfile.output.classic;

import org.jspecify.annotations.NullMarked;
