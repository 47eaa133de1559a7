/// The nouns of Gatekeeper: templates, constraints, reviews and results, and what an engine is.
@NullMarked
package dev.landwaiter.policy.gatekeeper;

import org.jspecify.annotations.NullMarked;
