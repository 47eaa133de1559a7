/// The engine for templates in CEL, as Kubernetes runs its own admission policies.
@NullMarked
package dev.landwaiter.policy.gatekeeper.cel.run;

import org.jspecify.annotations.NullMarked;
