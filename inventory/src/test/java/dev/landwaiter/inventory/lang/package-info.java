/// Tests of the languages' analyzers against recorded answers.
@NullMarked
package dev.landwaiter.inventory.lang;

import org.jspecify.annotations.NullMarked;
