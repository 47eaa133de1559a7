/// The values of CEL, among them views of JSON, and how they are compared, measured and told.
@NullMarked
package dev.landwaiter.policy.gatekeeper.cel.value;

import org.jspecify.annotations.NullMarked;
