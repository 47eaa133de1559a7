/// `json.match_schema` and `json.verify_schema`: documents held against JSON schemas.
@NullMarked
package dev.landwaiter.rego.builtin.schema;

import org.jspecify.annotations.NullMarked;
