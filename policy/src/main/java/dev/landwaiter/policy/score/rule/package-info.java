/// The rules that give and take points, one row each, and the ways in which they look at a pod.
@NullMarked
package dev.landwaiter.policy.score.rule;

import org.jspecify.annotations.NullMarked;
