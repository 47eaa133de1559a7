/// Command lines and what came of them, as readable text.
@NullMarked
package dev.landwaiter.cli.transcript;

import org.jspecify.annotations.NullMarked;
