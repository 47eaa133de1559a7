/// Findings as text.
@NullMarked
package dev.landwaiter.report;

import org.jspecify.annotations.NullMarked;
