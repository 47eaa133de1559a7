/// Policies and inputs of enemies, and policies made by chance: both engines must end well and
/// agree.
@NullMarked
package dev.landwaiter.rego.hostile;

import org.jspecify.annotations.NullMarked;
