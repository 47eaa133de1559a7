/// Functions that write and read texts: base64, hexadecimal digits, query strings, JSON, YAML,
/// digests.
@NullMarked
package dev.landwaiter.rego.builtin.encoding;

import org.jspecify.annotations.NullMarked;
