/// Parsing and type checking of expressions by the CEL library, in the environment of Kubernetes.
@NullMarked
package dev.landwaiter.policy.gatekeeper.cel.check;

import org.jspecify.annotations.NullMarked;
