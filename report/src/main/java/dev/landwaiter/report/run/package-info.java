/// The list of report formats.
@NullMarked
package dev.landwaiter.report.run;

import org.jspecify.annotations.NullMarked;
