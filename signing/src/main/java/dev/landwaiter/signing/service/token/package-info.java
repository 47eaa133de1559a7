/// Where identity tokens come from: given ones, those of a build's surroundings, and logins.
@NullMarked
package dev.landwaiter.signing.service.token;

import org.jspecify.annotations.NullMarked;
