/// One class per text format, each between its text and `Value`; the only package that sees a
/// parser library.
@NullMarked
package dev.landwaiter.base.format;

import org.jspecify.annotations.NullMarked;
