/// Tests of Java archives.
@NullMarked
package dev.landwaiter.inventory.lang.java;

import org.jspecify.annotations.NullMarked;
