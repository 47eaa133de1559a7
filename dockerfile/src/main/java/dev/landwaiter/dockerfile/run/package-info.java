/// Judges a whole Dockerfile: reading, rules, pragmas and configuration together.
@NullMarked
package dev.landwaiter.dockerfile.run;

import org.jspecify.annotations.NullMarked;
