/// Findings as text: the contract of a format and what a user may choose.
@NullMarked
package dev.landwaiter.report;

import org.jspecify.annotations.NullMarked;
