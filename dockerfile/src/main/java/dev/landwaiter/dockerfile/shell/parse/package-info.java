/// Reads shell text as ShellCheck's reader would: what that refuses is refused here too.
@NullMarked
package dev.landwaiter.dockerfile.shell.parse;

import org.jspecify.annotations.NullMarked;
