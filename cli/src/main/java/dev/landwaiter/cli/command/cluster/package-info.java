/// The Kubernetes cluster that the user's surroundings name, as far as keys lie in its Secrets.
@NullMarked
package dev.landwaiter.cli.command.cluster;

import org.jspecify.annotations.NullMarked;
