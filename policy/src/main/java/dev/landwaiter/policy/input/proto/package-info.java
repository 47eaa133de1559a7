/// Protocol buffers' text format, read by the schemas of `.proto` files.
@NullMarked
package dev.landwaiter.policy.input.proto;

import org.jspecify.annotations.NullMarked;
