/// Tests.
@NullMarked
package dev.landwaiter.scan.cache;

import org.jspecify.annotations.NullMarked;
