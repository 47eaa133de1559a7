/// The commands that lint Dockerfiles.
@NullMarked
package dev.landwaiter.cli.command.lint;

import org.jspecify.annotations.NullMarked;
