/// Functions of text: searching, splitting, replacing, formatting as Go's `fmt`, versions.
@NullMarked
package dev.landwaiter.rego.builtin.text;

import org.jspecify.annotations.NullMarked;
