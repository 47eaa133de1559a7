/// Echo, known by its os-release.
@NullMarked
package dev.landwaiter.inventory.os.echo;

import org.jspecify.annotations.NullMarked;
