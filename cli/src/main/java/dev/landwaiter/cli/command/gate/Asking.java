package dev.landwaiter.cli.command.gate;

import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.run.Client;

/// A client, and whom mutators and templates ask for external data.
record Asking(Client client, ExternalData external) {}
