/// Tests of the reader of the text format of protocol buffers.
@NullMarked
package dev.landwaiter.policy.input.proto;

import org.jspecify.annotations.NullMarked;
