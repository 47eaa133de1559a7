package dev.landwaiter.rego.test;

import dev.landwaiter.rego.World;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.type.Capabilities;
import java.time.Duration;

/// How tests are run.
///
/// @param timeout of each test
/// @param explain how much of a failing test's way is told
/// @param variables whether the values of a failing expression's operands are told
/// @param traced whether the traces of all tests are kept
/// @param memory values that one test may make; see [dev.landwaiter.rego.Budget]
/// @param threads how many tests run at once
public record TestSettings(
    World world,
    Capabilities capabilities,
    Duration timeout,
    long memory,
    Explain explain,
    boolean variables,
    boolean traced,
    int threads) {}
