/// What tests of signatures share: recorded material, and certificates, logs and services made for
/// a test.
@NullMarked
package dev.landwaiter.signing.testing;

import org.jspecify.annotations.NullMarked;
