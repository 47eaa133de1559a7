/// Reading configuration files: formats, which of them reads a file, and its documents.
@NullMarked
package dev.landwaiter.policy.input;

import org.jspecify.annotations.NullMarked;
