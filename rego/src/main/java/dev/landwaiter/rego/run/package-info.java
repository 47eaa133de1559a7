/// The way in for programs: compile a policy once, prepare queries, evaluate them any number of
/// times from any number of threads.
@NullMarked
package dev.landwaiter.rego.run;

import org.jspecify.annotations.NullMarked;
