/// The one tree for JSON, YAML, Rego input and manifests: immutable values with a total order.
@NullMarked
package dev.landwaiter.base.value;

import org.jspecify.annotations.NullMarked;
