/// The report that tests of all formats write.
@NullMarked
package dev.landwaiter.report.testing;

import org.jspecify.annotations.NullMarked;
