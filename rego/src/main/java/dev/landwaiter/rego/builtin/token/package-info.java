/// Functions that read, check and sign JSON Web Tokens.
@NullMarked
package dev.landwaiter.rego.builtin.token;

import org.jspecify.annotations.NullMarked;
