/// Functions of network addresses, URIs and UUIDs.
@NullMarked
package dev.landwaiter.rego.builtin.net;

import org.jspecify.annotations.NullMarked;
