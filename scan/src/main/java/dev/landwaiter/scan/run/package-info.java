/// The façade: one scan run, from an opened artifact to its report.
@NullMarked
package dev.landwaiter.scan.run;

import org.jspecify.annotations.NullMarked;
