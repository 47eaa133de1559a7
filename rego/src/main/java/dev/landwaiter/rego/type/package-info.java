/// Types of Rego values, declarations of functions, and the capabilities of an engine.
@NullMarked
package dev.landwaiter.rego.type;

import org.jspecify.annotations.NullMarked;
