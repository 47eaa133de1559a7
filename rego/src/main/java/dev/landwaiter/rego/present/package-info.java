/// Results and errors as JSON, tables and plain text.
@NullMarked
package dev.landwaiter.rego.present;

import org.jspecify.annotations.NullMarked;
