/// Who made this, and when: the nouns of keys, bundles, transparency logs, timestamps and trust.
@NullMarked
package dev.landwaiter.signing;

import org.jspecify.annotations.NullMarked;
