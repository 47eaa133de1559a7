/// The compiler: the stages that turn modules and queries into what evaluation starts from, with
/// all their checks (reference, section 8).
@NullMarked
package dev.landwaiter.rego.compile;

import org.jspecify.annotations.NullMarked;
