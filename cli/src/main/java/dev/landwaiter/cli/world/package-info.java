/// What a run knows of its surroundings, and how the program speaks there.
@NullMarked
package dev.landwaiter.cli.world;

import org.jspecify.annotations.NullMarked;
