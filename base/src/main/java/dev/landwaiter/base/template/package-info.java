/// Templates in the language of Go's `text/template`, without files, commands or methods.
@NullMarked
package dev.landwaiter.base.template;

import org.jspecify.annotations.NullMarked;
