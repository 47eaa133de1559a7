package dev.landwaiter.rego.test;

import dev.landwaiter.rego.World;
import dev.landwaiter.rego.trace.Explain;
import dev.landwaiter.rego.type.Capabilities;
import java.time.Duration;

/// How tests are run.
///
/// @param timeout of each test
/// @param explain how much of a failing test's way is told
/// @param threads how many tests run at once
public record TestSettings(
    World world, Capabilities capabilities, Duration timeout, Explain explain, int threads) {}
