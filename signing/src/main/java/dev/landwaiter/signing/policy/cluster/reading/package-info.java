/// Reads policies and trust roots of clusters from YAML.
@NullMarked
package dev.landwaiter.signing.policy.cluster.reading;

import org.jspecify.annotations.NullMarked;
