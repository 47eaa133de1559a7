/// Suites: tests of templates and constraints against objects.
@NullMarked
package dev.landwaiter.policy.gatekeeper.suite;

import org.jspecify.annotations.NullMarked;
