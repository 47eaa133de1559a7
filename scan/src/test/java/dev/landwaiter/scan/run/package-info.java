/// Tests.
@NullMarked
package dev.landwaiter.scan.run;

import org.jspecify.annotations.NullMarked;
