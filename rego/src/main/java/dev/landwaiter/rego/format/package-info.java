/// Modules are written in the one form all Rego text should have.
@NullMarked
package dev.landwaiter.rego.format;

import org.jspecify.annotations.NullMarked;
