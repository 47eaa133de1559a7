/// The functions that expressions may call, by family: CEL's own and those Kubernetes adds.
@NullMarked
package dev.landwaiter.policy.gatekeeper.cel.function;

import org.jspecify.annotations.NullMarked;
