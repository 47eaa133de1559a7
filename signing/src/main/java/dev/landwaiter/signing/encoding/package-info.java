/// The encodings that signed things come in: DER, PEM, strict Base64, strict JSON, canonical JSON.
@NullMarked
package dev.landwaiter.signing.encoding;

import org.jspecify.annotations.NullMarked;
