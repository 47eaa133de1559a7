/// Scores whole inputs: as kubesec does, and our own way with every container and its place.
@NullMarked
package dev.landwaiter.policy.score.run;

import org.jspecify.annotations.NullMarked;
