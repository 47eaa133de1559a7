package dev.landwaiter.policy.gatekeeper.bench;

import dev.landwaiter.policy.gatekeeper.run.Client;
import java.util.function.Supplier;

/// An engine to be measured.
///
/// @param name such as `rego`
/// @param clients makes an empty client with this engine alone
/// @param referential whether it knows an inventory
public record BenchEngine(String name, Supplier<Client> clients, boolean referential) {}
