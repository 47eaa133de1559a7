/// Reports as tables for people.
@NullMarked
package dev.landwaiter.report.table;

import org.jspecify.annotations.NullMarked;
