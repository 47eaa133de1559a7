/// Tests.
@NullMarked
package dev.landwaiter.scan.filter;

import org.jspecify.annotations.NullMarked;
