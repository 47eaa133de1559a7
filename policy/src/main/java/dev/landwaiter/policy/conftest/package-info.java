/// What tests of configuration files against Rego find: results of rules by file and namespace.
@NullMarked
package dev.landwaiter.policy.conftest;

import org.jspecify.annotations.NullMarked;
