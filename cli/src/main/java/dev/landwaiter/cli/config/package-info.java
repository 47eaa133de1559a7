/// The configuration file: its values by key.
@NullMarked
package dev.landwaiter.cli.config;

import org.jspecify.annotations.NullMarked;
