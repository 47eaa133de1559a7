/// Evaluation step by step: a search with backtracking over the compiled rules, which can be
/// followed event by event.
@NullMarked
package dev.landwaiter.rego.search;

import org.jspecify.annotations.NullMarked;
