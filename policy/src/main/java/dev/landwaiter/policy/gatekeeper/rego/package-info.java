/// The engine for templates written in Rego.
@NullMarked
package dev.landwaiter.policy.gatekeeper.rego;

import org.jspecify.annotations.NullMarked;
