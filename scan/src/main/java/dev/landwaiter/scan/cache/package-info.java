/// Results of layers kept between runs: one file each, written whole or not at all, no lock.
@NullMarked
package dev.landwaiter.scan.cache;

import org.jspecify.annotations.NullMarked;
