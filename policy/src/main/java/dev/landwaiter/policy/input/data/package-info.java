/// Formats that write down nested data: YAML, JSON, TOML, XML and their kin.
@NullMarked
package dev.landwaiter.policy.input.data;

import org.jspecify.annotations.NullMarked;
