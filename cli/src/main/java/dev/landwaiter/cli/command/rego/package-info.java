/// The commands about Rego, under our own name and under that of `opa`.
@NullMarked
package dev.landwaiter.cli.command.rego;

import org.jspecify.annotations.NullMarked;
