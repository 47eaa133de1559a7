package dev.landwaiter.rego.query;

import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.type.Capabilities;
import java.util.function.Consumer;

/// How to evaluate.
///
/// @param strictErrors whether the first error of a built-in function ends up as the error of the
///   evaluation
/// @param indexing whether rules are looked up by index
/// @param earlyExit whether one success is enough where all would give the same
/// @param print takes the lines of `print`
/// @param capabilities whose `allowNet` limits the network
public record Settings(
    World world,
    Budget budget,
    boolean strictErrors,
    boolean indexing,
    boolean earlyExit,
    Consumer<String> print,
    Capabilities capabilities) {}
