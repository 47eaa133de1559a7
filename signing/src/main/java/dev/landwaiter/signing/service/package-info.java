/// The one way in which signing and verification reach the network.
@NullMarked
package dev.landwaiter.signing.service;

import org.jspecify.annotations.NullMarked;
