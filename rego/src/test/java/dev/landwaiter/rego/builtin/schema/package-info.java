/// Tests of the functions of JSON Schema.
@NullMarked
package dev.landwaiter.rego.builtin.schema;

import org.jspecify.annotations.NullMarked;
