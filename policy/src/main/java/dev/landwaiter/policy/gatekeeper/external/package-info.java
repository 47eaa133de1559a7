/// External data: providers, what they are asked and answer, and how policies in Rego ask.
@NullMarked
package dev.landwaiter.policy.gatekeeper.external;

import org.jspecify.annotations.NullMarked;
