/// The commands that scan: image, rootfs.
@NullMarked
package dev.landwaiter.cli.command.scan;

import org.jspecify.annotations.NullMarked;
