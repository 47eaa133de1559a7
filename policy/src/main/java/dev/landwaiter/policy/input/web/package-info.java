/// The configuration of web servers and their caches: nginx and Varnish.
@NullMarked
package dev.landwaiter.policy.input.web;

import org.jspecify.annotations.NullMarked;
