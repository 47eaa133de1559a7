/// The Dockerfile language, what is wrong in files written in it, and what could be better.
@NullMarked
package dev.landwaiter.dockerfile;

import org.jspecify.annotations.NullMarked;
