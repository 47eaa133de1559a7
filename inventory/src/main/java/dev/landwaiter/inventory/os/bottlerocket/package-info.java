/// Bottlerocket, known by its os-release, and its list of applications.
@NullMarked
package dev.landwaiter.inventory.os.bottlerocket;

import org.jspecify.annotations.NullMarked;
