/// The score of a manifest as kubesec counts it: rules, subjects, reports, and who checks their
/// structure.
@NullMarked
package dev.landwaiter.policy.score;

import org.jspecify.annotations.NullMarked;
