/// Functions of Rego's own texts.
@NullMarked
package dev.landwaiter.rego.builtin.language;

import org.jspecify.annotations.NullMarked;
