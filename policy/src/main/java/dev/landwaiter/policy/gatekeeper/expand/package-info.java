/// Objects that objects make: a Deployment's Pods, judged before they exist.
@NullMarked
package dev.landwaiter.policy.gatekeeper.expand;

import org.jspecify.annotations.NullMarked;
