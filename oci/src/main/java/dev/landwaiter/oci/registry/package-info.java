/// Images from a registry: the pulling half of the distribution API with its logins, redirects and
/// retries.
@NullMarked
package dev.landwaiter.oci.registry;

import org.jspecify.annotations.NullMarked;
