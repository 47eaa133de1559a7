/// Functions that read certificates, certificate requests and keys.
@NullMarked
package dev.landwaiter.rego.builtin.crypto;

import org.jspecify.annotations.NullMarked;
