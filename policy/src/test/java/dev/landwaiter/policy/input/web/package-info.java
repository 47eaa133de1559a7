/// Tests of the readers of the configuration of web servers.
@NullMarked
package dev.landwaiter.policy.input.web;

import org.jspecify.annotations.NullMarked;
