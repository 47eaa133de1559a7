/// Keys: public ones and what they may sign, private ones in their files, and where keys are found.
@NullMarked
package dev.landwaiter.signing.key;

import org.jspecify.annotations.NullMarked;
