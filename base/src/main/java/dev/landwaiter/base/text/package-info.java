/// Where something stands in a text, and what is wrong there.
@NullMarked
package dev.landwaiter.base.text;

import org.jspecify.annotations.NullMarked;
