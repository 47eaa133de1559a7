/// Tests of programs made by the tools of Rust.
@NullMarked
package dev.landwaiter.inventory.lang.rust;

import org.jspecify.annotations.NullMarked;
