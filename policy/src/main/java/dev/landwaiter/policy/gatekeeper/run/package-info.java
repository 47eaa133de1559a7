/// The way in for programs: take templates, constraints and data, and review objects.
@NullMarked
package dev.landwaiter.policy.gatekeeper.run;

import org.jspecify.annotations.NullMarked;
