/// Keys of devices: the modules that speak PKCS#11.
@NullMarked
package dev.landwaiter.signing.key.token;

import org.jspecify.annotations.NullMarked;
