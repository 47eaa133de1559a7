/// Tests configuration files against Rego: loads and prepares policies once, asks their rules about
/// each document.
@NullMarked
package dev.landwaiter.policy.conftest.run;

import org.jspecify.annotations.NullMarked;
