package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.rego.World;

/// What evaluations run in.
///
/// @param world what policies may learn of the outside
/// @param memory values that one evaluation may make; see [dev.landwaiter.rego.Budget]
/// @param builtinErrors whether the failure of a built-in function is an error
/// @param threads how many files are judged at once
public record Surroundings(World world, long memory, boolean builtinErrors, int threads) {}
