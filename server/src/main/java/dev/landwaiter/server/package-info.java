/// Landwaiter as a service: what its parts share.
@NullMarked
package dev.landwaiter.server;

import org.jspecify.annotations.NullMarked;
