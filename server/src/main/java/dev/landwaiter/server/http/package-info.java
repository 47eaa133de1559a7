/// The HTTP frame of all services: sockets, limits, health, metrics and an orderly end.
@NullMarked
package dev.landwaiter.server.http;

import org.jspecify.annotations.NullMarked;
