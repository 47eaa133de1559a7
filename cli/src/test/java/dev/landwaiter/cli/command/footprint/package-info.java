/// Tests of the advice on a Dockerfile's base image.
@NullMarked
package dev.landwaiter.cli.command.footprint;

import org.jspecify.annotations.NullMarked;
