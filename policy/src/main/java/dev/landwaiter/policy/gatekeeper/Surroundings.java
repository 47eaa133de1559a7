package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.ObjectValue;
import java.util.function.Consumer;

/// What surrounds one evaluation.
///
/// @param inventory what Rego knows as `data.inventory`
/// @param trace whether the evaluation is to be traced
/// @param print takes the lines that policies print
public record Surroundings(ObjectValue inventory, boolean trace, Consumer<String> print) {}
