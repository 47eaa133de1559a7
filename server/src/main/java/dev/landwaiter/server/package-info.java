/// Landwaiter as a service: what a request is, what an answer is, and who answers.
@NullMarked
package dev.landwaiter.server;

import org.jspecify.annotations.NullMarked;
