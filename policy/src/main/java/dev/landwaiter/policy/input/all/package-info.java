/// The list of all formats of configuration files.
@NullMarked
package dev.landwaiter.policy.input.all;

import org.jspecify.annotations.NullMarked;
