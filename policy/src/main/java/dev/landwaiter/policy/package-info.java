/// Policies over configuration: what a configuration document is, and where its values stand.
@NullMarked
package dev.landwaiter.policy;

import org.jspecify.annotations.NullMarked;
