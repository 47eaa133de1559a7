/// Functions of time: layouts, durations, calendar.
@NullMarked
package dev.landwaiter.rego.builtin.time;

import org.jspecify.annotations.NullMarked;
