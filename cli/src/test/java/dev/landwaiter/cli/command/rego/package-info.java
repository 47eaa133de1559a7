/// Tests of what the commands about Rego reach outside.
@NullMarked
package dev.landwaiter.cli.command.rego;

import org.jspecify.annotations.NullMarked;
