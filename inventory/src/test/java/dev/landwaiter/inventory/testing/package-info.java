/// What the tests of several packages share: file trees out of archives and out of texts.
@NullMarked
package dev.landwaiter.inventory.testing;

import org.jspecify.annotations.NullMarked;
