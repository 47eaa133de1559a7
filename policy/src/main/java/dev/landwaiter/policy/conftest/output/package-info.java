/// The forms in which results of tests of configuration files are shown.
@NullMarked
package dev.landwaiter.policy.conftest.output;

import org.jspecify.annotations.NullMarked;
