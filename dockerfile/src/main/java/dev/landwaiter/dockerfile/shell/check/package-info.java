/// Asks ShellCheck about the shell text of a file, and understands its answer.
@NullMarked
package dev.landwaiter.dockerfile.shell.check;

import org.jspecify.annotations.NullMarked;
