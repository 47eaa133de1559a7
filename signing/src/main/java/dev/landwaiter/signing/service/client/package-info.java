/// Clients of the services that take part in signing: certificate authority, transparency logs and
/// timestamp authority.
@NullMarked
package dev.landwaiter.signing.service.client;

import org.jspecify.annotations.NullMarked;
