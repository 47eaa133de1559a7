/// The structure of Kubernetes' kinds – names and types of their fields – and the check of an
/// object against it, without any network.
@NullMarked
package dev.landwaiter.policy.schema;

import org.jspecify.annotations.NullMarked;
