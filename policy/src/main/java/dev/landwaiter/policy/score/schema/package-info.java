/// Checks the structure of objects: against JSON schemas at places that the user names, and against
/// the kinds that Kubernetes has built in.
@NullMarked
package dev.landwaiter.policy.score.schema;

import org.jspecify.annotations.NullMarked;
