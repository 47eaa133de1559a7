/// What the analyzers of all languages share.
@NullMarked
package dev.landwaiter.inventory.lang;

import org.jspecify.annotations.NullMarked;
