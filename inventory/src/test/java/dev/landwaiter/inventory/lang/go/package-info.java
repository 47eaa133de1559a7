/// Tests of programs made by the tools of Go.
@NullMarked
package dev.landwaiter.inventory.lang.go;

import org.jspecify.annotations.NullMarked;
