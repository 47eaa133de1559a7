/// One scan from artifact to report.
@NullMarked
package dev.landwaiter.scan;

import org.jspecify.annotations.NullMarked;
