/// Tests.
@NullMarked
package dev.landwaiter.inventory.lang.dotnet;

import org.jspecify.annotations.NullMarked;
