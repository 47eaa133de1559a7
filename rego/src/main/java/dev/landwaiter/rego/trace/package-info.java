/// What an evaluation tells of its way: events, and how they are shown.
@NullMarked
package dev.landwaiter.rego.trace;

import org.jspecify.annotations.NullMarked;
