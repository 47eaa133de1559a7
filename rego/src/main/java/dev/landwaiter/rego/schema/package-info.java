/// JSON Schema of drafts 4, 6 and 7, read into rules for the type checker and for validation.
@NullMarked
package dev.landwaiter.rego.schema;

import org.jspecify.annotations.NullMarked;
