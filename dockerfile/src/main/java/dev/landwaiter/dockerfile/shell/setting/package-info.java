/// What a RUN finds when it begins: its shell, and the names of variables.
@NullMarked
package dev.landwaiter.dockerfile.shell.setting;

import org.jspecify.annotations.NullMarked;
