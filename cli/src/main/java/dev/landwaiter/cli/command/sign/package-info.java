/// The commands about signatures and attestations, our own and those behind the name `cosign`.
@NullMarked
package dev.landwaiter.cli.command.sign;

import org.jspecify.annotations.NullMarked;
