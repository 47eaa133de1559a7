/// Tests.
@NullMarked
package dev.landwaiter.scan.update;

import org.jspecify.annotations.NullMarked;
