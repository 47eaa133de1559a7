/// The score of manifests: our own command, and what kubesec's are called.
@NullMarked
package dev.landwaiter.cli.command.score;

import org.jspecify.annotations.NullMarked;
