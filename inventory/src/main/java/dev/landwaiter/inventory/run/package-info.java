/// The façade: runs the analyzers over a layer and merges the layers into one inventory.
@NullMarked
package dev.landwaiter.inventory.run;

import org.jspecify.annotations.NullMarked;
