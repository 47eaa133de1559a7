/// Commands about policies over configuration files.
@NullMarked
package dev.landwaiter.cli.command.test;

import org.jspecify.annotations.NullMarked;
