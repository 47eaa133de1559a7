/// Shows the commands of a script to the rules: as hadolint sees them, and better.
@NullMarked
package dev.landwaiter.dockerfile.shell.view;

import org.jspecify.annotations.NullMarked;
