/// Scores as text: kubesec's forms and our own.
@NullMarked
package dev.landwaiter.policy.score.output;

import org.jspecify.annotations.NullMarked;
