/// Formats made of lines and words: keys with values, ignore files, Dockerfiles.
@NullMarked
package dev.landwaiter.policy.input.text;

import org.jspecify.annotations.NullMarked;
