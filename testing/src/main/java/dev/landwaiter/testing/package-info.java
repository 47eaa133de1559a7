/// What tests of every module share: where the shared data lies, and golden files.
@NullMarked
package dev.landwaiter.testing;

import org.jspecify.annotations.NullMarked;
